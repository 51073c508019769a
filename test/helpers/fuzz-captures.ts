import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { Analyzer } from '../../src/analyze/analyzer.js';
import { seededRandom } from './random.js';

export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
  /** Real captures, which inputs are made from. */
  readonly captures: readonly Uint8Array[];
}

export interface FuzzResult {
  readonly runs: number;
  /** Seeds of inputs that threw, took too long, or differ by their chunks. */
  readonly failures: readonly { readonly seed: number; readonly what: string }[];
  /** Inputs by how they end: with a finding of each code. */
  readonly findings: Readonly<Record<string, number>>;
}

/** Whole numbers from 0, below a limit. */
type Random = (limit: number) => number;

function randomOf(seed: number): Random {
  const random = seededRandom(seed);
  return (limit) => Math.floor(random() * limit);
}

/** No honest input of this size takes a hundredth of it. */
const longestMs = 10_000;

/** Analyses mutated captures and looks for exceptions, endless work and results that chunks change. */
export function fuzzCaptures({ seed, runs, captures }: FuzzOptions): FuzzResult {
  const failures: { seed: number; what: string }[] = [];
  const findings: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const own = seed + run;
    const started = performance.now();
    try {
      for (const code of tryInput(fuzzInput(own, captures), own)) {
        findings[code] = (findings[code] ?? 0) + 1;
      }
    } catch (error) {
      failures.push({ seed: own, what: String(error) });
    }
    if (performance.now() - started > longestMs) failures.push({ seed: own, what: 'endless' });
  }
  return { runs, failures, findings };
}

/** The input of a seed: a capture, or two of them mixed, with bytes changed, moved, cut out or put in. */
export function fuzzInput(seed: number, captures: readonly Uint8Array[]): Uint8Array {
  const random = randomOf(seed);
  const base = captures[random(captures.length)] ?? new Uint8Array(0);
  let bytes: Uint8Array = base.slice(0, 24 + random(Math.min(base.length, 1500)));
  const isStructural = random(4) === 0;
  for (let edits = 1 + random(12); edits > 0; edits -= 1) {
    bytes = isStructural ? moved(bytes, random) : changed(bytes, random);
  }
  return bytes;
}

/** What lengths, offsets and flags break on. */
const interesting = [0, 1, 2, 3, 4, 7, 8, 12, 20, 24, 30, 0x3f, 0x40, 0x7f, 0x80, 0xf0, 0xff];

/** Bytes cut out, put in, repeated or moved: most records behind it lie. */
function moved(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length + 1);
  const length = random(Math.min(64, bytes.length - at + 1));
  const from = random(bytes.length + 1);
  const put = [
    new Uint8Array(0),
    bytes.slice(at, at + length),
    bytes.slice(from, from + length),
    Uint8Array.from({ length }, () => random(256)),
  ];
  return spliced(bytes, at, random(2) * length, put[random(put.length)] ?? bytes);
}

/** One byte changed, so that decoders behind it are reached. */
function changed(bytes: Uint8Array, random: Random): Uint8Array {
  const at = 24 + random(Math.max(1, bytes.length - 24));
  const value = random(2) === 0 ? random(256) : (interesting[random(interesting.length)] ?? 0);
  if (at < bytes.length) bytes[at] = value;
  return bytes;
}

function spliced(bytes: Uint8Array, at: number, length: number, put: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
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
