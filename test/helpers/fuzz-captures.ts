import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { Analyzer } from '../../src/analyze/analyzer.js';
import { recordsOf } from './capture-records.js';
import { fuzzInput, randomOf, type Random } from './fuzz-input.js';

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  /** Little-endian captures, which inputs are made from. */
  readonly captures: readonly Uint8Array[];
}

export interface FuzzResult {
  readonly runs: number;
  /** Seeds of inputs that threw, took too long, or differ by their chunks. */
  readonly failures: readonly { readonly seed: number; readonly what: string }[];
  /** Inputs by how they end: with a finding of each code. */
  readonly findings: Readonly<Record<string, number>>;
}

/** No honest input of this size takes a hundredth of it. */
const longestMs = 10_000;

/** Analyses mutated captures and looks for exceptions, endless work and results that chunks change. */
export function fuzzCaptures({ seed, runs, captures }: FuzzOptions): FuzzResult {
  const records = captures.map(recordsOf);
  const failures: { seed: number; what: string }[] = [];
  const findings: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const own = seed + run;
    const started = performance.now();
    try {
      for (const code of tryInput(fuzzInput(own, records), own)) {
        findings[code] = (findings[code] ?? 0) + 1;
      }
    } catch (error) {
      failures.push({ seed: own, what: String(error) });
    }
    if (performance.now() - started > longestMs) failures.push({ seed: own, what: 'endless' });
  }
  return { runs, failures, findings };
}

/** Analyses an input whole and, for one in 32, in chunks of a seed's own; gives the findings' codes. */
function tryInput(bytes: Uint8Array, seed: number): Set<string> {
  const whole = analyzeCaptureBytes([{ name: 'fuzz', bytes }]);
  if (seed % 32 === 0) {
    const chunked = inChunks(bytes, randomOf(seed));
    if (JSON.stringify(chunked) !== JSON.stringify(whole)) throw new Error('chunks change it');
  }
  return new Set(whole.findings.map(({ code }) => code));
}

/** Each chunk's memory is overwritten once the next is asked for. */
export function inChunks(bytes: Uint8Array, random: Random) {
  const analyzer = new Analyzer([{ name: 'fuzz' }]);
  const reused = new Uint8Array(64);
  for (let at = 0; analyzer.run() !== -1;) {
    const chunk = bytes.subarray(at, at + 1 + random(reused.length));
    reused.fill(0xa5).set(chunk);
    analyzer.feed(0, chunk.length === 0 ? null : reused.subarray(0, chunk.length));
    at += chunk.length;
  }
  return analyzer.finish();
}
