import { addressBits, type Prefix } from '../model/ip.js';

/** A next hop; one object for each, so that sameness is identity. */
export interface Hop {
  readonly via: string;
  readonly device: string;
}

export interface HopRoute {
  readonly prefix: Prefix;
  readonly hop: Hop;
}

/** A prefix as a number, for sets. */
export function prefixKey({ value, length }: Prefix): bigint {
  return (value << 8n) | BigInt(length);
}

/**
 * Merges halves of a prefix that go the same way, again and again: exactly the same addresses in
 * fewer routes. Routes come sorted by prefix; what is `reserved` is never made up, being somebody's.
 */
export function mergeSiblings(
  routes: readonly HopRoute[],
  reserved: ReadonlySet<bigint>,
): HopRoute[] {
  const merged: HopRoute[] = [];
  for (const route of routes) {
    let last = route;
    for (let left = merged.at(-1); left !== undefined; left = merged.at(-1)) {
      const parent = parentOf(left, last);
      if (parent === null || reserved.has(prefixKey(parent))) break;
      merged.pop();
      last = { prefix: parent, hop: left.hop };
    }
    merged.push(last);
  }
  return merged;
}

function parentOf(left: HopRoute, right: HopRoute): Prefix | null {
  const { family, value, length } = left.prefix;
  if (left.hop !== right.hop || length !== right.prefix.length || length === 0) return null;
  const half = 1n << BigInt(addressBits[family] - length);
  if (right.prefix.value !== value + half || (value & half) !== 0n) return null;
  return { family, value, length: length - 1 };
}
