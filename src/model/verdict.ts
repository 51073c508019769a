import type { Diagnosis } from './diagnosis.js';
import type { ExperimentKind } from './plan.js';

/** A broken run is never a failed experiment, nor the other way round. */
export type VerdictStatus = 'pass' | 'fail' | 'inconclusive';

/** What the evidence of one run proves. */
export interface Verdict {
  readonly experiment: string;
  readonly kind: ExperimentKind;
  readonly status: VerdictStatus;
  /** The first rung that decided it, in plain words. */
  readonly reason: string;
  readonly rungs: readonly Rung[];
  /** What most likely is wrong and how to mend it, most likely first; empty on a pass. */
  readonly diagnosis: readonly Diagnosis[];
  /** What the plan asked for and the lab had not got, such as a delay, in plain words. */
  readonly degraded: readonly string[];
  /** Measured figures that decide nothing. */
  readonly figures: Figures;
}

/** One rung of the ladder, from the handshake up to what both ends counted. */
export interface Rung {
  readonly id: RungId;
  readonly status: VerdictStatus;
  readonly expected: string;
  readonly measured: string;
  /** Why that matters, or what most likely is wrong. */
  readonly reason: string;
}

export type RungId =
  /** The programs opened their sockets and did their part. */
  | 'programs'
  /** The captures are there, whole, and hold the connection. */
  | 'captures'
  /** MP_CAPABLE v1 on SYN, SYN/ACK and third ACK. */
  | 'mp-capable'
  /** DSS on data. */
  | 'dss'
  /** MP_JOIN whose token is the truncated SHA-256 of the peer's key. */
  | 'mp-join'
  /** Both HMACs of every MP_JOIN, recomputed. */
  | 'hmac'
  /** The data sequence without a gap over all subflows. */
  | 'data-contiguous'
  /** Payload bytes on the interface of every path that should carry them, and of no other. */
  | 'path-payload'
  /** Joins acknowledged on the server and none rejected. */
  | 'joins-accepted'
  /** No fallback to TCP counted on either end. */
  | 'no-fallback';

export interface Figures {
  /** TCP payload bytes by client device. */
  readonly payloadBytes: Readonly<Record<string, number>>;
  readonly goodputMbit: number | null;
  /** What the shaped rates let through by all paths that should carry payload, or null where one is unshaped. */
  readonly summedRateMbit: number | null;
  /** goodputMbit / summedRateMbit. */
  readonly ratio: number | null;
  /** What header overhead leaves of the summed rate at best: 1424 / 1514 on IPv4. */
  readonly headerLimit: number;
}
