import type {
  AnalysedConnection,
  ConnectionEnd,
  DataCoverage,
} from '../model/analysed-connection.js';
import { hex, hex32 } from './bytes.js';
import { client, server, type Connection, type End } from './connection.js';
import type { DataStream } from './data-stream.js';
import { fallbackOf } from './fallback.js';
import type { Flow } from './flow.js';
import { summarizeEvent } from './summarize-event.js';
import { summarizeSubflow, type ToMs } from './summarize-subflow.js';

const listedGaps = 100;

/** A connection as a result. */
export function summarizeConnection(connection: Connection, toMs: ToMs): AnalysedConnection {
  const flows = [...connection.flows].sort(
    (one, another) => rank(one) - rank(another) || one.firstNs - another.firstNs,
  );
  const totals = [newBytes(flows, client), newBytes(flows, server)] as const;
  return {
    version: connection.version,
    client: endOf(connection, client),
    server: endOf(connection, server),
    checksumRequired: connection.checksumRequired,
    checksums: { ...connection.checksums },
    fallback: fallbackOf(connection, toMs),
    subflows: flows.map((flow) => summarizeSubflow(flow, totals, toMs)),
    toServer: coverageOf(connection, client, toMs),
    toClient: coverageOf(connection, server, toMs),
    events: connection.signals.map((seen) => summarizeEvent(connection, seen, { flows, toMs })),
    eventsLeftOut: connection.signalsLeftOut,
  };
}

function rank({ kind }: Flow): number {
  return kind === 'initial' ? 0 : 1;
}

function newBytes(flows: readonly Flow[], end: End): number {
  return flows.reduce((sum, flow) => sum + flow.sent[flow.openerEnd === end ? 0 : 1].newBytes, 0);
}

function endOf(connection: Connection, end: End): ConnectionEnd {
  const facts = connection.keys[end];
  const token = connection.token(end);
  return {
    key: facts && hex(facts.key),
    token: token === null ? null : hex32(token),
    initialDataSequence:
      facts && ((BigInt(facts.idsnUpper) << 32n) | BigInt(facts.idsnLower)).toString(),
  };
}

function coverageOf(connection: Connection, end: End, toMs: ToMs): DataCoverage {
  const stream = connection.data[end];
  const { ranges } = stream;
  const first = connection.keys[end] === null ? ranges.start : 0;
  const gaps = gapsOf(stream, first);
  const missingBytes = gaps.reduce((sum, gap) => sum + gap.end - gap.start, 0);
  return {
    bytes: ranges.size,
    start: ranges.start,
    end: ranges.end,
    contiguous: ranges.count > 0 && gaps.length === 0 && ranges.forgottenGaps === 0,
    gaps: gaps.slice(0, listedGaps),
    gapCount: gaps.length + ranges.forgottenGaps,
    missingBytes: missingBytes + ranges.forgottenBytes,
    acknowledged: Number.isNaN(stream.acknowledged) ? null : stream.acknowledged,
    firstAcknowledgedMs: timeOf(stream.acknowledgedNs, toMs),
    dataFin: !Number.isNaN(stream.fin),
    dataFinMs: timeOf(stream.finNs, toMs),
    reinjectedBytes: stream.reinjectedBytes,
  };
}

function timeOf(timeNs: number, toMs: ToMs): number | null {
  return Number.isNaN(timeNs) ? null : toMs(timeNs);
}

/** Between the intervals, and before the first where it is known where the data starts. */
function gapsOf({ ranges }: DataStream, first: number): { start: number; end: number }[] {
  const gaps = ranges.starts.map((start, index) => ({
    start: index === 0 ? first : (ranges.ends[index - 1] ?? 0),
    end: start,
  }));
  return gaps.filter(({ start, end }) => end > start);
}
