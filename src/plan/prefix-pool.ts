import { addressBits, sizeOf, type Prefix } from '../model/ip.js';

/** Hands out prefixes of a pool in a row, past whatever is taken; null once the pool is used up. */
export function prefixPool(
  pool: { readonly first: Prefix; readonly end: bigint },
  taken: readonly Prefix[],
): (length: number) => Prefix | null {
  const { family } = pool.first;
  const blocked = mergeRanges(taken.filter((prefix) => prefix.family === family));
  let cursor = pool.first.value;
  let ahead = 0;
  return (length) => {
    const size = 1n << BigInt(addressBits[family] - length);
    let start = alignUp(cursor, size);
    for (let range = blocked[ahead]; range && range.start < start + size; range = blocked[ahead]) {
      if (range.end > start) start = alignUp(range.end, size);
      ahead += 1;
    }
    cursor = start + size;
    return cursor > pool.end ? null : { family, value: start, length };
  };
}

interface Range {
  readonly start: bigint;
  readonly end: bigint;
}

function mergeRanges(prefixes: readonly Prefix[]): Range[] {
  const ranges = prefixes
    .map((prefix) => ({ start: prefix.value, end: prefix.value + sizeOf(prefix) }))
    .toSorted((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0));
  const merged: { start: bigint; end: bigint }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end) merged.push(range);
    else if (range.end > last.end) last.end = range.end;
  }
  return merged;
}

function alignUp(value: bigint, size: bigint): bigint {
  return ((value + size - 1n) / size) * size;
}
