import type { PlannedExperiment } from './plan.js';

/**
 * What one run of an experiment left on disk, as `evidence.json` in the run's directory. The
 * captures and outputs lie beside it; `files` holds the SHA-256 of each.
 */
export interface Evidence {
  readonly schemaVersion: 1;
  readonly lab: string;
  readonly experiment: PlannedExperiment;
  readonly programs: { readonly client: ProgramRun; readonly server: ProgramRun };
  /** One per interface of the client, in the order of the node's interfaces. */
  readonly captures: readonly CaptureRecord[];
  readonly counters: { readonly client: CounterPair; readonly server: CounterPair };
  /** What both ends had set when the transfer began, as they say themselves. */
  readonly settings: { readonly client: NodeSettings; readonly server: NodeSettings };
  /** Bytes on every interface of both ends. */
  readonly interfaces: readonly InterfaceBytes[];
  readonly environment: Environment;
  /** SHA-256 in hex by file name. */
  readonly files: Readonly<Record<string, string>>;
}

export interface ProgramRun {
  readonly node: string;
  readonly argv: readonly string[];
  /** Null where it was ended by us, as servers are. */
  readonly exitCode: number | null;
  readonly stdoutFile: string;
  readonly stderrFile: string;
  /** Why it could not do its part (socket, bind, connect), or null. Makes the run inconclusive. */
  readonly trouble: string | null;
  /** Application bytes it sent or got, or null where it does not say. */
  readonly bytes: number | null;
  /** Wall time of the transfer in ms, or null. */
  readonly durationMs: number | null;
}

export interface CaptureRecord {
  readonly node: string;
  readonly device: string;
  readonly file: string;
  /** Packets the kernel dropped for want of buffer; above 0 the capture proves less. */
  readonly droppedPackets: number;
}

/** Absolute MIB counters by nstat(8) name, e.g. MPTcpExtMPJoinAckRx. */
export type Counters = Readonly<Record<string, number>>;

export interface CounterPair {
  readonly before: Counters;
  readonly after: Counters;
}

/** MPTCP and policy routing of a node, see ip-mptcp(8) and ip-rule(8). */
export interface NodeSettings {
  /** Null where the kernel tells none. */
  readonly limits: { readonly subflows: number; readonly addAddrAccepted: number } | null;
  readonly endpoints: readonly EndpointSetting[];
  /** Rules for a source address or prefix, in the order they are looked at. */
  readonly sourceRules: readonly { readonly from: string; readonly table: string }[];
}

export interface EndpointSetting {
  readonly address: string;
  readonly flags: readonly string[];
  readonly device: string | null;
}

export interface InterfaceBytes {
  readonly node: string;
  readonly device: string;
  readonly txBytesBefore: number;
  readonly txBytesAfter: number;
  readonly rxBytesBefore: number;
  readonly rxBytesAfter: number;
}

export interface Environment {
  readonly kernel: string;
  readonly provider: string;
  /** First line of each tool's version by its name. */
  readonly tools: Readonly<Record<string, string>>;
  /** net.mptcp.* and congestion control of both ends, by `node:key`. */
  readonly sysctls: Readonly<Record<string, string>>;
  /** What the plan asked for and this host did not give, in plain words. */
  readonly degraded: readonly string[];
}

/** Evidence with its capture files read. */
export interface LoadedEvidence {
  readonly evidence: Evidence;
  /** By `CaptureRecord.file`. */
  readonly captures: ReadonlyMap<string, Uint8Array>;
}
