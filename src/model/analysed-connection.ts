import type { AnalysedSubflow, HmacVerdict } from './analysed-subflow.js';

/** One MPTCP connection with all of its subflows. Units and notation: see `CaptureAnalysis`. */
export interface AnalysedConnection {
  /** 1 is RFC 8684, 0 is RFC 6824; null where its handshake is in no capture. */
  readonly version: 0 | 1 | null;
  readonly client: ConnectionEnd;
  readonly server: ConnectionEnd;
  /** DSS checksums were asked for by either end. */
  readonly checksumRequired: boolean;
  readonly checksums: ChecksumCounts;
  /** Null where MPTCP stayed to the end of what was captured. */
  readonly fallback: Fallback | null;
  /** In the order of their first packet; the initial one first where it was captured. */
  readonly subflows: readonly AnalysedSubflow[];
  readonly toServer: DataCoverage;
  readonly toClient: DataCoverage;
  readonly events: readonly AnalysisEvent[];
  /** Events beyond those listed. */
  readonly eventsLeftOut: number;
}

export interface ConnectionEnd {
  /** 64-bit key, null where no capture holds it. */
  readonly key: string | null;
  /** First 32 bits of the key's hash, or as a join named it. */
  readonly token: string | null;
  /** Initial data sequence number, decimal: the last 64 bits of the key's hash. */
  readonly initialDataSequence: string | null;
}

/** DSS checksums (RFC 8684 section 3.3.1). */
export interface ChecksumCounts {
  readonly valid: number;
  readonly wrong: number;
  /** The mapping's bytes were not all captured in one packet. */
  readonly unchecked: number;
}

/** How MPTCP was given up for plain TCP (RFC 8684 section 3.7). */
export interface Fallback {
  readonly stage: FallbackStage;
  readonly atMs: number;
  /** In plain words. */
  readonly message: string;
}

export type FallbackStage =
  /** SYNs with MP_CAPABLE stayed unanswered; one without it was sent then. */
  | 'syn-unanswered'
  /** The SYN/ACK holds no MP_CAPABLE that answers the SYN's. */
  | 'syn-ack'
  /** The third packet holds no MP_CAPABLE. */
  | 'third-ack'
  /** The first data holds neither DSS nor MP_CAPABLE. */
  | 'first-data'
  /** Data lost its DSS later. */
  | 'data'
  /** An infinite mapping was announced, without MP_FAIL. */
  | 'infinite-mapping'
  /** MP_FAIL: a checksum was wrong. */
  | 'mp-fail';

/** The connection's data in one direction, over all subflows. */
export interface DataCoverage {
  /** Distinct bytes seen. */
  readonly bytes: number;
  /** From the first to the last byte seen. */
  readonly start: number;
  readonly end: number;
  /** Nothing between the connection's first byte and `end` is missing. False too without data. */
  readonly contiguous: boolean;
  /** The first hundred; `end` is exclusive. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
  readonly gapCount: number;
  readonly missingBytes: number;
  /** Highest data-level acknowledgement of the other end, as a data offset; null without. */
  readonly acknowledged: number | null;
  /** When the other end first sent one; null without. */
  readonly firstAcknowledgedMs: number | null;
  /** DATA_FIN was seen. */
  readonly dataFin: boolean;
  /** When it was first seen; null where it was not. */
  readonly dataFinMs: number | null;
  readonly reinjectedBytes: number;
}

/** An MPTCP signal other than handshakes and data. */
export type AnalysisEvent = {
  readonly atMs: number;
  /** Index into the connection's `subflows`. */
  readonly subflow: number;
  readonly from: 'client' | 'server';
} & AnalysisSignal;

export type AnalysisSignal =
  | {
      readonly type: 'add-addr';
      readonly address: string;
      readonly port: number | null;
      readonly addressId: number;
      readonly hmac: HmacVerdict;
    }
  | { readonly type: 'add-addr-echo'; readonly address: string; readonly addressId: number }
  | { readonly type: 'remove-addr'; readonly addressIds: readonly number[] }
  | { readonly type: 'mp-prio'; readonly backup: boolean; readonly addressId: number | null }
  | { readonly type: 'mp-fail'; readonly dataSequence: string }
  | { readonly type: 'infinite-mapping' }
  | { readonly type: 'mp-fastclose'; readonly key: string; readonly keyMatches: boolean | null }
  | {
      readonly type: 'mp-tcprst';
      readonly transient: boolean;
      readonly reason: number;
      /** RFC 8684 section 3.6, e.g. `too much outstanding data`. */
      readonly meaning: string;
    };
