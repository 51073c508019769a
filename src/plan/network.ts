import type { AddressFamily } from '../model/generated/topology.js';
import {
  contains,
  formatPrefix,
  networkOf,
  type Address,
  type BoundAddress,
  type Prefix,
} from '../model/ip.js';
import { certain } from './certain.js';
import { addressesOf, type Draft, type Nic } from './draft.js';
import { memoized } from './memoized.js';
import { prefixKey } from './merge-siblings.js';
import { buildRouterGraph, type RouterGraph } from './router-graph.js';
import { shortestPaths, type ShortestPaths } from './shortest-paths.js';

/** A prefix somebody may want to reach, and the segment it is on. */
export interface Destination {
  readonly prefix: Prefix;
  /** The prefix in CIDR notation. */
  readonly to: string;
  readonly segment: number;
  /** The prefix as a number, for sets. */
  readonly key: bigint;
}

/** The lab's routers in one family with what is asked of them more than once. */
export interface Network extends RouterGraph {
  /** Every prefix of the lab once, by address. */
  readonly destinations: readonly Destination[];
  readonly prefixKeys: ReadonlySet<bigint>;
  /** The part of the lab a vertex is in; no router joins two. */
  readonly islands: Int32Array;
  /** Shortest paths from a segment. */
  readonly pathsFrom: (segment: number) => ShortestPaths;
  /** Where hosts of a segment find most others: the router on the most shortest paths, or -1. */
  readonly gatewayOf: (segment: number) => number;
}

export type Networks = Readonly<Record<AddressFamily, Network>>;

export function buildNetworks(draft: Draft): Networks {
  return { ipv4: buildNetwork(draft, 'ipv4'), ipv6: buildNetwork(draft, 'ipv6') };
}

function buildNetwork(draft: Draft, family: AddressFamily): Network {
  const graph = buildRouterGraph(draft, family);
  const pathsFrom = memoized((segment: number) => shortestPaths(graph, segment));
  const gatewayOf = memoized((segment: number) => busiestRouter(graph, segment, pathsFrom));
  const destinations = destinationsOf(graph);
  const prefixKeys = new Set(destinations.map(({ key }) => key));
  return { ...graph, destinations, prefixKeys, islands: islandsOf(graph), pathsFrom, gatewayOf };
}

/** Numbers each vertex by the first one it is joined to. */
function islandsOf({ neighbours }: RouterGraph): Int32Array {
  const islands = new Int32Array(neighbours.length).fill(-1);
  for (let first = 0; first < neighbours.length; first += 1) {
    const reached = islands[first] === -1 ? [first] : [];
    for (let vertex = reached.pop(); vertex !== undefined; vertex = reached.pop()) {
      islands[vertex] = first;
      reached.push(...(neighbours[vertex] ?? []).filter((next) => islands[next] === -1));
    }
  }
  return islands;
}

function destinationsOf({ segments, family }: RouterGraph): Destination[] {
  const unique = new Map<bigint, Destination>();
  for (const [segment, { subnets }] of segments.entries()) {
    for (const prefix of subnets) {
      const key = prefixKey(prefix);
      if (prefix.family !== family || unique.has(key)) continue;
      unique.set(key, { prefix, key, to: formatPrefix(prefix), segment });
    }
  }
  return [...unique.values()].toSorted(byPrefix);
}

function byPrefix({ prefix: one }: Destination, { prefix: other }: Destination): number {
  if (one.value !== other.value) return one.value < other.value ? -1 : 1;
  return one.length - other.length;
}

function busiestRouter(
  graph: RouterGraph,
  segment: number,
  pathsFrom: Network['pathsFrom'],
): number {
  const routers = graph.neighbours[segment] ?? [];
  if (routers.length <= 1) return routers[0] ?? -1;
  const { firstRouter } = pathsFrom(segment);
  const leadsTo = new Map(routers.map((router) => [router, 0]));
  for (let other = 0; other < graph.segments.length; other += 1) {
    const router = certain(firstRouter[other]);
    if (router !== -1) leadsTo.set(router, (leadsTo.get(router) ?? 0) + 1);
  }
  return routers.reduce((best, router) =>
    certain(leadsTo.get(router)) > certain(leadsTo.get(best)) ? router : best,
  );
}

/** The neighbour's address that one of the interface's own prefixes of the family reaches, or null. */
export function onLinkAddress(
  nic: Nic,
  neighbour: Nic,
  family: AddressFamily,
): BoundAddress | null {
  return addressesOf(nic, family).reduce<BoundAddress | null>(
    (found, own) => found ?? addressWithin(networkOf(own), neighbour),
    null,
  );
}

export function addressWithin(network: Prefix, { addresses }: Nic): BoundAddress | null {
  return addresses.find((address: Address) => contains(network, address)) ?? null;
}
