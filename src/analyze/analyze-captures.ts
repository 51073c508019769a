import type { CaptureAnalysis } from '../model/analysis.js';
import { Analyzer } from './analyzer.js';
import type { CaptureName } from './interfaces.js';

/** A capture and its bytes, in chunks of any size, which may be reused once the next is asked for. */
export interface CaptureChunks extends CaptureName {
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A capture that is in memory. */
export interface CaptureBytes extends CaptureName {
  readonly bytes: Uint8Array;
}

/**
 * Analyses packet captures (pcap, pcapng) of MPTCP connections as their bytes come in, in memory that
 * does not grow with them. Several captures are merged: of several interfaces, of both ends. Damaged
 * captures end in findings; only reading the chunks may throw.
 */
export async function analyzeCaptures(
  captures: readonly CaptureChunks[],
): Promise<CaptureAnalysis> {
  const analyzer = new Analyzer(captures);
  const readers = captures.map(({ chunks }) =>
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator](),
  );
  try {
    for (let hungry = analyzer.run(); hungry !== -1; hungry = analyzer.run()) {
      const next = await readers[hungry]?.next();
      analyzer.feed(hungry, next === undefined || next.done ? null : next.value);
    }
  } finally {
    for (const reader of readers) await reader.return?.();
  }
  return analyzer.finish();
}

/** The same of captures in memory, at once. */
export function analyzeCaptureBytes(captures: readonly CaptureBytes[]): CaptureAnalysis {
  const analyzer = new Analyzer(captures);
  captures.forEach(({ bytes }, index) => analyzer.feed(index, bytes));
  for (let hungry = analyzer.run(); hungry !== -1; hungry = analyzer.run()) {
    analyzer.feed(hungry, null);
  }
  return analyzer.finish();
}
