import type { CaptureRecords } from './capture-records.js';
import { seededRandom } from './random.js';

/** Whole numbers from 0, below a limit. */
export type Random = (limit: number) => number;

export function randomOf(seed: number): Random {
  const random = seededRandom(seed);
  return (limit) => Math.floor(random() * limit);
}

const mostRecords = 24;

/**
 * The input of a seed: consecutive packets of a capture, most often from its first on. Of eight inputs
 * six stay whole files: packets are lost, repeated and moved, and bytes within them changed; in the
 * seventh any byte is, in the eighth bytes are put in and cut out.
 */
export function fuzzInput(seed: number, captures: readonly CaptureRecords[]): Uint8Array {
  const random = randomOf(seed);
  const capture = captures[random(captures.length)]!;
  const { head, records, headerBytes } = capture;
  const start = random(4) === 0 ? random(records.length) : 0;
  const kept = records.slice(start, start + 1 + random(mostRecords));
  const kind = random(8);
  let edits = random(12);
  for (; kind < 6 && edits >= 0; edits -= 1) {
    if (random(3) === 0) rearrange(kept, capture, random);
    else changeOne(kept, headerBytes, random);
  }
  let bytes: Uint8Array = Buffer.concat([head, ...kept]);
  for (; edits >= 0; edits -= 1) {
    if (kind === 6) change(bytes, 24, random);
    else bytes = moved(bytes, random);
  }
  return bytes;
}

/** A packet lost, repeated, come late, or another of the capture among them. */
function rearrange(kept: Uint8Array[], { records }: CaptureRecords, random: Random): void {
  const at = random(kept.length);
  const record = kept[at];
  if (record === undefined) return;
  const action = random(4);
  if (action === 0 || action === 2) kept.splice(at, 1);
  if (action === 1) kept.splice(at, 0, record);
  if (action === 2) kept.splice(random(kept.length + 1), 0, record);
  if (action === 3) kept.splice(at, 0, records[random(records.length)] ?? record);
}

/** Bytes of one packet changed; its record's lengths stay true. */
function changeOne(kept: Uint8Array[], headerBytes: number, random: Random): void {
  const at = random(kept.length);
  const record = kept[at];
  if (record === undefined) return;
  const copy = record.slice();
  change(copy, headerBytes, random);
  kept[at] = copy;
}

/** What lengths, offsets and flags break on. */
const interesting = [0, 1, 2, 3, 4, 7, 8, 12, 20, 24, 30, 0x3f, 0x40, 0x7f, 0x80, 0xf0, 0xff];

/** One byte changed, so that decoders behind it are reached. */
function change(bytes: Uint8Array, from: number, random: Random): void {
  const at = from + random(Math.max(1, bytes.length - from));
  const value = random(2) === 0 ? random(256) : (interesting[random(interesting.length)] ?? 0);
  if (at < bytes.length) bytes[at] = value;
}

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
  const rest = bytes.subarray(at + random(2) * length);
  return Buffer.concat([bytes.subarray(0, at), put[random(put.length)] ?? bytes, rest]);
}
