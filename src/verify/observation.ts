import { analyzeCaptureBytes, type CaptureBytes } from '../analyze/analyze-captures.js';
import type { AnalysedSubflow } from '../model/analysed-subflow.js';
import type { AnalysisFindingCode, CaptureAnalysis } from '../model/analysis.js';
import type { Evidence, LoadedEvidence } from '../model/evidence.js';
import { experimentPort } from '../model/experiment-port.js';
import type { Subflow } from './subflow.js';

/** What the rungs look at: the evidence and what its captures show. */
export interface Observation {
  readonly evidence: Evidence;
  readonly analysis: CaptureAnalysis;
  readonly damages: readonly Damage[];
  /** Those whose SYN was captured, in the order of their SYNs. */
  readonly subflows: readonly Subflow[];
  /** The connection's first subflow: the first that does not join another. */
  readonly initial: Subflow | null;
  /** Subflows that asked to join. */
  readonly joins: readonly Subflow[];
  /** Payload bytes toward the server by device, for every captured device. */
  readonly payloadBytes: ReadonlyMap<string, number>;
}

/** What is wrong with a capture file. */
export interface Damage {
  readonly code: 'missing' | DamagingCode;
  readonly file: string;
  /** What the analyser says of it; empty where there is none. */
  readonly message: string;
}

/** Reads the captures of a run. */
export function observe({ evidence, captures }: LoadedEvidence): Observation {
  const named = evidence.captures.map(({ device, file }) => ({
    ...{ name: file, device, bytes: captures.get(file) ?? null },
  }));
  const present = named.filter((it): it is CaptureBytes & typeof it => it.bytes !== null);
  const missing = named.filter(({ bytes }) => bytes === null).map(({ name }) => name);
  const analysis = analyzeCaptureBytes(present);
  const subflows = subflowsOf(analysis, experimentPort[evidence.experiment.kind]);
  return {
    evidence,
    analysis,
    damages: [...missing.map(missingFile), ...damagesIn(analysis)],
    subflows,
    initial: subflows.find((subflow) => !asksToJoin(subflow)) ?? null,
    joins: subflows.filter(asksToJoin),
    payloadBytes: sumPayload(evidence, subflows),
  };
}

/** With these, packets of a capture were not looked at. */
const damaging = ['not-a-capture', 'file-damaged', 'link-type-unknown'] as const;
type DamagingCode = (typeof damaging)[number] & AnalysisFindingCode;

function missingFile(file: string): Damage {
  return { code: 'missing', file, message: '' };
}

function damagesIn({ findings, captures }: CaptureAnalysis): Damage[] {
  return findings.flatMap(({ code, capture, message }) => {
    const found = damaging.find((it) => it === code);
    return found ? [{ code: found, file: captures[capture ?? -1]?.name ?? '', message }] : [];
  });
}

/** A join is told by its SYN: an orphan of another connection is one too. */
function asksToJoin({ handshake }: Subflow): boolean {
  return (handshake.syn?.join ?? null) !== null;
}

function subflowsOf(analysis: CaptureAnalysis, port: number): Subflow[] {
  const { connections, plainTcp } = analysis;
  const all = [
    ...connections.flatMap(({ subflows }, index) =>
      subflows.map((subflow) => ({ subflow, connection: index })),
    ),
    ...plainTcp.listed.map((subflow) => ({ subflow, connection: null })),
  ];
  return all
    .flatMap(({ subflow, connection }) => viewOf(subflow, connection, analysis) ?? [])
    .filter(({ server }) => server.port === port)
    .sort((one, other) => one.firstPacketMs - other.firstPacketMs);
}

function viewOf(
  subflow: AnalysedSubflow,
  connection: number | null,
  { interfaces }: CaptureAnalysis,
): Subflow | null {
  const { syn } = subflow.handshake;
  if (syn === null) return null;
  const nameOf = (number: number) => interfaces[number]?.name ?? '';
  const payload = subflow.toServer.interfaces.map(
    (it) => [nameOf(it.interface), it.payloadBytes] as const,
  );
  return { ...subflow, connection, device: nameOf(syn.interface), payloadBytes: new Map(payload) };
}

function sumPayload(evidence: Evidence, subflows: readonly Subflow[]): Map<string, number> {
  const sums = new Map(evidence.captures.map(({ device }) => [device, 0]));
  for (const { payloadBytes } of subflows)
    for (const [device, bytes] of payloadBytes) sums.set(device, (sums.get(device) ?? 0) + bytes);
  return sums;
}
