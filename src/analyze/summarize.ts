import type { CaptureAnalysis, CaptureSummary } from '../model/analysis.js';
import type { Analyzer } from './analyzer.js';
import { findingsOf } from './findings.js';
import type { Flow } from './flow.js';
import { describeInterface } from './interfaces.js';
import { summarizeConnection } from './summarize-connection.js';
import { summarizeSubflow, type ToMs } from './summarize-subflow.js';

const listedPlain = 100;

/** What the analysis came to, as plain JSON. */
export function summarize(analyzer: Analyzer): CaptureAnalysis {
  const { tracker, firstNs, lastNs, sources } = analyzer;
  const isEmpty = lastNs < firstNs;
  const toMs: ToMs = (timeNs) => (timeNs - firstNs) / 1e6;
  const plain = tracker.table.flows.filter(({ kind }) => kind === 'plain');
  const { forgotten } = tracker.table;
  const seen: Omit<CaptureAnalysis, 'findings'> = {
    schemaVersion: 1,
    startedAt: isEmpty ? null : epochText(analyzer.baseSeconds, firstNs),
    durationMs: isEmpty ? 0 : toMs(lastNs),
    captures: summarizeCaptures(analyzer),
    interfaces: analyzer.interfaces.flatMap((it) => {
      const source = sources[it.capture];
      return source ? describeInterface(it, source) : [];
    }),
    connections: tracker.connections.all.map((it) => summarizeConnection(it, toMs)),
    plainTcp: {
      connections: plain.length + forgotten.connections,
      payloadBytes: plain.reduce((sum, flow) => sum + payloadOf(flow), forgotten.payloadBytes),
      listed: plain.slice(0, listedPlain).map((flow) => summarizeSubflow(flow, sizes(flow), toMs)),
    },
  };
  return { ...seen, findings: findingsOf(analyzer, seen) };
}

function summarizeCaptures({ sources }: Analyzer): CaptureSummary[] {
  return sources.map(({ name, reader, tcpPackets }) => ({
    name,
    format: reader.reader?.format ?? 'unknown',
    bytes: reader.window.offset,
    packets: reader.packets,
    tcpPackets,
  }));
}

function sizes({ sent }: Flow): readonly [number, number] {
  return [sent[0].newBytes, sent[1].newBytes];
}

function payloadOf({ sent }: Flow): number {
  return sent[0].payloadBytes + sent[1].payloadBytes;
}

/** Seconds with nine decimals; the parts are added as text, because a double cannot hold the sum. */
function epochText(baseSeconds: number, timeNs: number): string {
  const seconds = Math.floor(timeNs / 1e9);
  const rest = Math.round(timeNs - seconds * 1e9);
  return `${baseSeconds + seconds}.${String(rest).padStart(9, '0')}`;
}
