import type { AnalysedConnection } from '../../model/analysed-connection.js';
import type { AnalysedSubflow, SubflowDirection } from '../../model/analysed-subflow.js';
import type { CaptureAnalysis } from '../../model/analysis.js';
import type { ExperimentPath } from '../../model/plan.js';
import { goodputBySlot, rounded, slotsOf } from './goodput.js';
import type { SequencePoint, Slots, Transfer, TransferSubflow } from './transfer.js';

/** More would not be told apart. */
const mostSubflows = 24;

type Way = Transfer['way'];

/** The captures' largest MPTCP connection over time, or null where they hold none with data. */
export function transferOf(
  analysis: CaptureAnalysis,
  paths: readonly ExperimentPath[],
): Transfer | null {
  const connection = largest(analysis.connections);
  if (connection === null || bytesOf(connection) === 0) return null;
  const way = connection.toServer.bytes >= connection.toClient.bytes ? 'toServer' : 'toClient';
  const { bytes, contiguous, missingBytes } = connection[way];
  const { subflows } = connection;
  const startMs = subflows.reduce((least, it) => Math.min(least, it.firstPacketMs), Infinity);
  const endMs = subflows.reduce((most, it) => Math.max(most, lastDataMs(it[way])), startMs);
  const slots = slotsOf(endMs - startMs);
  const view: View = { analysis, way, slots, startMs, pathOf: pathNumbers(subflows, paths) };
  const all = subflows.map((subflow) => summarize(subflow, view));
  const listed = mostCarrying(all);
  return {
    ...{ way, bytes, contiguous, missingBytes, slots },
    sumMbit: Array.from({ length: slots.count }, (_, slot) =>
      rounded(all.reduce((sum, { goodputMbit }) => sum + (goodputMbit[slot] ?? 0), 0)),
    ),
    subflows: listed,
    subflowsLeftOut: all.length - listed.length,
  };
}

interface View {
  readonly analysis: CaptureAnalysis;
  readonly way: Way;
  readonly slots: Slots;
  readonly startMs: number;
  readonly pathOf: ReadonlyMap<AnalysedSubflow, number>;
}

function largest(connections: readonly AnalysedConnection[]): AnalysedConnection | null {
  const most = connections.reduce((bytes, it) => Math.max(bytes, bytesOf(it)), 0);
  return connections.find((it) => bytesOf(it) === most) ?? null;
}

function bytesOf({ toServer, toClient }: AnalysedConnection): number {
  return toServer.bytes + toClient.bytes;
}

function lastDataMs({ timeline }: SubflowDirection): number {
  return timeline.at(-1)?.atMs ?? 0;
}

/** A path's first subflow has the path's number, all others one of their own. */
function pathNumbers(
  subflows: readonly AnalysedSubflow[],
  paths: readonly ExperimentPath[],
): Map<AnalysedSubflow, number> {
  const taken = new Set<number>();
  let next = paths.length;
  return new Map(
    subflows.map((subflow) => {
      const path = paths.findIndex(({ address }) => address === subflow.client.address);
      const isFirst = path >= 0 && !taken.has(path);
      const number = isFirst ? path : next++;
      taken.add(number);
      return [subflow, number];
    }),
  );
}

function mostCarrying(subflows: readonly TransferSubflow[]): readonly TransferSubflow[] {
  if (subflows.length <= mostSubflows) return subflows;
  const ranked = [...subflows].sort((one, other) => other.bytes - one.bytes);
  const chosen = new Set(ranked.slice(0, mostSubflows));
  return subflows.filter((it) => chosen.has(it));
}

function summarize(subflow: AnalysedSubflow, view: View): TransferSubflow {
  const { analysis, way, slots, startMs, pathOf } = view;
  const { client, server, state, backup, handshake } = subflow;
  const direction = subflow[way];
  const seen = direction.interfaces.filter(({ payloadBytes }) => payloadBytes > 0);
  return {
    path: pathOf.get(subflow) ?? 0,
    client: { address: client.address, port: client.port },
    server: { address: server.address, port: server.port },
    devices: seen.flatMap((it) => analysis.interfaces[it.interface]?.name ?? []),
    ...{ state, backup, rttMs: handshake.rttMs },
    ...{ bytes: direction.newBytes, share: direction.share },
    againBytes: direction.repeatedBytes + direction.reinjectedBytes,
    goodputMbit: goodputBySlot(direction.timeline, slots, startMs),
    sequence: sequenceOf(direction, startMs),
  };
}

function sequenceOf({ timeline }: SubflowDirection, startMs: number): SequencePoint[] {
  return timeline.flatMap(({ atMs, dataOffset }) =>
    dataOffset === null ? [] : [{ atMs: Number((atMs - startMs).toFixed(3)), offset: dataOffset }],
  );
}
