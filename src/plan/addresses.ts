import type { Problem } from '../errors.js';
import { addressBits, formatPrefix, type BoundAddress, type Prefix } from '../model/ip.js';
import { pointer } from '../model/pointer.js';
import type { DraftSegment, Nic, WiredNic } from './draft.js';
import { givenAddresses } from './subnets.js';

/** Where hosts begin, as far as the subnet reaches: the original's client and server are .20. */
const firstHost = 20;

/**
 * Gives every interface its addresses: those it lists, else one of each subnet of its segment under
 * the same host number, routers from 1 and hosts from 20 on. Never gives one that anybody has.
 */
export function assignAddresses(
  segments: readonly DraftSegment<WiredNic>[],
  problems: Problem[],
): Map<WiredNic, Nic> {
  const nics = segments.flatMap((segment) => segment.nics);
  const taken = new Set(nics.flatMap(givenAddresses).map(keyOf));
  const assigned = new Map<WiredNic, Nic>();
  for (const segment of segments) {
    const pick = addressPicker(segment, taken);
    for (const nic of segment.nics) {
      const addresses = nic.input.addresses === undefined ? pick(nic.role) : givenAddresses(nic);
      if (addresses === null) problems.push(segmentFull(segment));
      assigned.set(nic, { ...nic, addresses: addresses ?? [] });
      if (addresses === null) break;
    }
  }
  return assigned;
}

/** Picks addresses of one segment, each of them once; null when a subnet is full. */
function addressPicker(
  { subnets, nics }: DraftSegment<WiredNic>,
  taken: Set<string>,
): (role: Nic['role']) => BoundAddress[] | null {
  const cursors = { router: 1, host: hostStart(subnets, nics) };
  const free = (number: number, among: readonly Prefix[]) =>
    among.every((subnet) => number <= lastNumber(subnet) && !taken.has(keyOf(at(subnet, number))));
  const find = (from: number, among: readonly Prefix[]): number | null => {
    const last = Math.min(...among.map(lastNumber));
    for (let number = from; number <= last; number += 1) if (free(number, among)) return number;
    return null;
  };
  return (role) => {
    if (subnets.length === 0) return [];
    const common = find(cursors[role], subnets);
    if (common !== null) cursors[role] = common + 1;
    const picked = subnets.map((subnet) => {
      const number = common ?? find(firstNumber(subnet), [subnet]);
      return number === null ? null : at(subnet, number);
    });
    if (picked.includes(null)) return null;
    const addresses = picked.filter((address) => address !== null);
    addresses.forEach((address) => taken.add(keyOf(address)));
    return addresses;
  };
}

function hostStart(subnets: readonly Prefix[], nics: readonly WiredNic[]): number {
  const hosts = nics.filter(({ role }) => role === 'host').length;
  const room = Math.min(...subnets.map(lastNumber));
  return firstHost + hosts - 1 <= room ? firstHost : nics.length - hosts + 1;
}

function at(subnet: Prefix, number: number): BoundAddress {
  return { ...subnet, value: subnet.value + BigInt(number) };
}

/** 0 is the network (IPv4) or the subnet's any router (RFC 4291), but for point-to-point prefixes. */
function firstNumber({ family, length }: Prefix): number {
  return addressBits[family] - length <= 1 ? 0 : 1;
}

/** IPv4's last one is the broadcast address. */
function lastNumber({ family, length }: Prefix): number {
  const hostBits = addressBits[family] - length;
  return 2 ** Math.min(hostBits, 32) - (family === 'ipv4' && hostBits > 1 ? 2 : 1);
}

function keyOf({ family, value }: BoundAddress): string {
  return `${family} ${value}`;
}

function segmentFull({ name, subnets, nics }: DraftSegment<WiredNic>): Problem {
  return {
    where: pointer('segments', name),
    message: `${subnets.map(formatPrefix).join(' and ')} cannot hold its ${nics.length} interfaces`,
    next: 'Declare larger "subnets", or give fewer addresses.',
  };
}
