import type { AnalysedConnection } from './analysed-connection.js';
import type { AnalysedSubflow } from './analysed-subflow.js';

/**
 * What packet captures show of MPTCP. Plain JSON: 64-bit keys and 32-bit tokens are lower-case hex
 * without prefix, times are ms since `startedAt`, data offsets are bytes since the first byte of
 * the connection's data (data sequence number minus initial data sequence number minus 1).
 */
export interface CaptureAnalysis {
  readonly schemaVersion: 1;
  /** Seconds since the epoch of the first packet, nine decimals; null without packets. */
  readonly startedAt: string | null;
  readonly durationMs: number;
  readonly captures: readonly CaptureSummary[];
  /** Every interface of every capture; `interface` fields elsewhere are indexes into this. */
  readonly interfaces: readonly CapturedInterface[];
  /** Connections on which MPTCP was asked for or seen, in the order of their first packet. */
  readonly connections: readonly AnalysedConnection[];
  /** TCP without any MPTCP option. */
  readonly plainTcp: {
    readonly connections: number;
    readonly payloadBytes: number;
    /** The first hundred of them. */
    readonly listed: readonly AnalysedSubflow[];
  };
  readonly findings: readonly AnalysisFinding[];
}

export interface CaptureSummary {
  readonly name: string;
  readonly format: 'pcap' | 'pcapng' | 'unknown';
  readonly bytes: number;
  readonly packets: number;
  /** Packets that hold a TCP header. */
  readonly tcpPackets: number;
}

export interface CapturedInterface {
  /** Index into `captures`. */
  readonly capture: number;
  /** The device as the caller or the capture names it; `interface N` or the file's name otherwise. */
  readonly name: string;
  /** LINKTYPE_ value. */
  readonly linkType: number;
  /** Bytes kept of a packet; null where unlimited or unknown. */
  readonly snapLength: number | null;
  readonly packets: number;
  /** Packets lost by the capture itself, as pcapng tells it; null where the file does not say. */
  readonly droppedPackets: number | null;
}

/** What is worth knowing, and what the captures cannot show. */
export interface AnalysisFinding {
  readonly code: AnalysisFindingCode;
  /** `limit`: the captures cannot show it; `problem`: the connection has it; `note`: harmless. */
  readonly severity: 'limit' | 'problem' | 'note';
  /** Index into `captures`, or null. */
  readonly capture: number | null;
  /** Index into `connections`, or null. */
  readonly connection: number | null;
  /** In plain words, with figures. */
  readonly message: string;
}

export type AnalysisFindingCode =
  | 'not-a-capture'
  | 'file-damaged'
  | 'link-type-unknown'
  | 'options-cut'
  | 'fragments'
  | 'segments-before-offload'
  | 'packets-dropped'
  | 'too-many-connections'
  | 'too-many-gaps'
  | 'too-many-signals'
  | 'handshake-missing'
  | 'join-without-connection'
  | 'one-direction-only'
  | 'path-not-captured'
  | 'data-missing'
  | 'syn-unanswered'
  | 'fallback'
  | 'hmac-wrong'
  | 'checksum-wrong'
  | 'add-addr-hmac-wrong'
  | 'malformed-option'
  | 'idle-subflow';
