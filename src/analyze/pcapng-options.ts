import { u8 } from './bytes.js';

/** Reads of a section's byte order. */
export interface Order {
  readonly u16: (bytes: Uint8Array, at: number) => number;
  readonly u32: (bytes: Uint8Array, at: number) => number;
  /** Exact below 2^53. */
  readonly u64: (bytes: Uint8Array, at: number) => number;
}

/** The options of interface description and statistics blocks that matter here. */
export interface PcapngOptions {
  name: string | null;
  /** if_tsresol; microseconds by default. */
  resolution: number;
  offsetSeconds: number;
  /** isb_ifdrop and isb_osdrop together; null where neither is there. */
  dropped: number | null;
}

const option = { end: 0, name: 2, dropped: 5, osDropped: 7, resolution: 9, offset: 14 } as const;

const leastLength: Readonly<Record<number, number>> = { 5: 8, 7: 8, 9: 1, 14: 8 };

/** Walks an option list; one that claims more than is there ends the walk. */
export function pcapngOptions(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  { u16, u64 }: Order,
): PcapngOptions {
  const found: PcapngOptions = { name: null, resolution: 6, offsetSeconds: 0, dropped: null };
  for (let at = start; at + 4 <= end;) {
    const [code, length] = [u16(bytes, at), u16(bytes, at + 2)];
    const value = at + 4;
    const isWhole = value + length <= end && length >= (leastLength[code] ?? 0);
    if (code === option.end || !isWhole) break;
    if (code === option.name) found.name = text(bytes.subarray(value, value + length));
    if (code === option.resolution) found.resolution = u8(bytes, value);
    if (code === option.offset) found.offsetSeconds = signed(bytes.slice(value, value + 8), u64);
    if (code === option.dropped || code === option.osDropped) {
      found.dropped = (found.dropped ?? 0) + u64(bytes, value);
    }
    at = value + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

/** Two's complement of 8 bytes: a small negative number is exact, though 2^64 less it is not. */
function signed(bytes: Uint8Array, u64: Order['u64']): number {
  const value = u64(bytes, 0);
  if (value < 2 ** 63) return value;
  const complement = bytes.map((byte) => ~byte);
  return -1 - u64(complement, 0);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\0+$/, '').slice(0, 64);
}
