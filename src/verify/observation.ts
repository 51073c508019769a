import type { Evidence, LoadedEvidence } from '../model/evidence.js';
import { experimentPort } from '../model/experiment-port.js';
import { readPcap } from './pcap.js';
import { trackSubflows, type CapturedSegment, type Subflow } from './subflow.js';
import { decodeTcp } from './tcp-segment.js';

/** What the rungs look at: the evidence and what its captures show. */
export interface Observation {
  readonly evidence: Evidence;
  /** What is wrong with the capture files, in plain words. */
  readonly damages: readonly string[];
  /** In the order of their SYNs. */
  readonly subflows: readonly Subflow[];
  /** The connection's first subflow: the first that does not join another. */
  readonly initial: Subflow | null;
  /** Subflows that asked to join. */
  readonly joins: readonly Subflow[];
  /** Payload bytes toward the server by device, for every captured device. */
  readonly payloadBytes: ReadonlyMap<string, number>;
}

/** Reads the captures of a run. */
export function observe({ evidence, captures }: LoadedEvidence): Observation {
  const port = experimentPort[evidence.experiment.kind];
  const damages: string[] = [];
  const segments: CapturedSegment[] = [];
  for (const { device, file } of evidence.captures) {
    const bytes = captures.get(file);
    if (bytes === undefined) damages.push(`${file} is missing`);
    else collect(bytes, { device, file, port, segments, damages });
  }
  segments.sort((one, other) => Number(one.timestampNs - other.timestampNs));
  const subflows = trackSubflows(segments, port);
  return {
    evidence,
    damages,
    subflows,
    initial: subflows.find(({ syn }) => syn.join === null) ?? null,
    joins: subflows.filter(({ syn }) => syn.join !== null),
    payloadBytes: sumPayload(evidence, subflows),
  };
}

interface Collection {
  readonly device: string;
  readonly file: string;
  readonly port: number;
  readonly segments: CapturedSegment[];
  readonly damages: string[];
}

function collect(bytes: Uint8Array, { device, file, port, segments, damages }: Collection): void {
  for (const item of readPcap(bytes)) {
    if (item.type === 'damage') {
      damages.push(`${file}: ${item.message}`);
      continue;
    }
    const segment = decodeTcp(item);
    if (segment?.destinationPort === port || segment?.sourcePort === port) {
      segments.push({ ...segment, device });
    }
  }
}

function sumPayload(evidence: Evidence, subflows: readonly Subflow[]): Map<string, number> {
  const sums = new Map(evidence.captures.map(({ device }) => [device, 0]));
  for (const { payloadBytes } of subflows)
    for (const [device, bytes] of payloadBytes) sums.set(device, (sums.get(device) ?? 0) + bytes);
  return sums;
}
