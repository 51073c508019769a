import type { Problem } from '../errors.js';
import type { AddressFamily, TopologyInput } from '../model/generated/topology.js';
import {
  networkOf,
  overlap,
  parseBoundAddress,
  type BoundAddress,
  type Prefix,
} from '../model/ip.js';
import { pointer } from '../model/pointer.js';
import { sha256 } from '../model/sha256.js';
import type { DraftNode, DraftSegment, WiredNic } from './draft.js';
import { prefixPool } from './prefix-pool.js';
import { defaultMtu } from './wiring.js';

type WiredSegment = DraftSegment<WiredNic>;

/**
 * A segment has the subnets it declares; else those its members' given addresses lie in, and one of
 * the planner's for each of the lab's families that is still without.
 */
export function planSubnets(
  topology: TopologyInput,
  nodes: readonly DraftNode<WiredNic>[],
  problems: Problem[],
): WiredSegment[] {
  const segments = plugIn(topology, nodes);
  const allocate = subnetAllocator(topology, [
    ...segments.flatMap(({ subnets }) => subnets),
    ...nodes.flatMap(({ nics }) => nics.flatMap(givenAddresses)).map(networkOf),
  ]);
  const wanted = topology.addressFamilies ?? ['ipv4'];
  return segments.map((segment) => {
    if (topology.segments[segment.name]?.subnets !== undefined) return segment;
    const missing = wanted.filter((family) => !segment.subnets.some((s) => s.family === family));
    const added = missing.flatMap((family) => {
      const subnet = allocate(family, segment.nics.length);
      if (subnet === null) problems.push(poolEmpty(segment.name, family));
      return subnet ?? [];
    });
    return { ...segment, subnets: [...segment.subnets, ...added] };
  });
}

function plugIn(topology: TopologyInput, nodes: readonly DraftNode<WiredNic>[]): WiredSegment[] {
  const plugged = new Map<string, WiredNic[]>(
    Object.keys(topology.segments).map((name) => [name, []]),
  );
  for (const nic of nodes.flatMap(({ nics }) => nics)) plugged.get(nic.segment)?.push(nic);
  return Object.entries(topology.segments).map(([name, { mtu = defaultMtu, subnets }]) => {
    const nics = plugged.get(name) ?? [];
    const declared = subnets?.flatMap((text) => parseBoundAddress(text) ?? []).map(networkOf);
    return { name, mtu, nics, subnets: declared ?? disjoint(nics.flatMap(givenAddresses)) };
  });
}

/** Addresses an interface lists itself. */
export function givenAddresses({ input }: WiredNic): BoundAddress[] {
  return (input.addresses ?? []).flatMap((text) => parseBoundAddress(text) ?? []);
}

/** The networks of addresses; of two that overlap the first. */
function disjoint(addresses: readonly BoundAddress[]): Prefix[] {
  const kept: Prefix[] = [];
  for (const network of addresses.map(networkOf)) {
    if (!kept.some((other) => overlap(other, network))) kept.push(network);
  }
  return kept;
}

/**
 * IPv4 from 10.1.0.0 up, because VirtualBox's NAT has 10.0.2.0/24 and the next ones; IPv6 from a
 * unique local /48 (RFC 4193) made of the lab's name.
 */
function subnetAllocator(
  { name }: TopologyInput,
  taken: readonly Prefix[],
): (family: AddressFamily, members: number) => Prefix | null {
  const first4 = { family: 'ipv4', value: 0x0a01_0000n, length: 24 } as const;
  const globalId = BigInt(`0x${sha256(name).slice(0, 10)}`);
  const first6 = { family: 'ipv6', value: ((0xfdn << 40n) | globalId) << 80n, length: 64 } as const;
  const next4 = prefixPool({ first: first4, end: 0x0b00_0000n }, taken);
  const next6 = prefixPool({ first: first6, end: first6.value + (1n << 80n) }, taken);
  return (family, members) =>
    family === 'ipv4' ? next4(Math.min(24, 32 - Math.ceil(Math.log2(members + 2)))) : next6(64);
}

function poolEmpty(segment: string, family: AddressFamily): Problem {
  return {
    where: pointer('segments', segment),
    message: `no ${family} subnet is left for "${segment}"`,
    next: 'Declare its "subnets", or take segments away.',
  };
}
