import { createHash } from 'node:crypto';
import type { AddressFamily } from '../model/generated/topology.js';
import { certain } from './certain.js';
import { addressesOf, type Draft, type DraftNode, type DraftSegment, type Nic } from './draft.js';

/**
 * Segments and the routers between them, in one address family. Vertices are numbers: segments
 * first, in the order of declaration, then routers.
 */
export interface RouterGraph {
  readonly family: AddressFamily;
  readonly segments: readonly DraftSegment[];
  readonly segmentVertex: ReadonlyMap<string, number>;
  readonly routerVertex: ReadonlyMap<string, number>;
  readonly neighbours: readonly (readonly number[])[];
  /** What it costs to cross a vertex. */
  readonly weights: Float64Array;
  /** A router's interface on a segment. */
  readonly nicOn: (router: number, segment: number) => Nic;
}

export function buildRouterGraph(draft: Draft, family: AddressFamily): RouterGraph {
  const segments = [...draft.segments.values()];
  const routers = [...draft.nodes.values()].filter(({ role }) => role === 'router');
  const segmentVertex = numbered(segments, 0);
  const routerVertex = numbered(routers, segments.length);
  const ports = routers.map((router) => portsOf(router, segmentVertex, family));
  const neighbours: number[][] = [...segments.map(() => []), ...ports.map((p) => [...p.keys()])];
  ports.forEach((port, index) => {
    for (const segment of port.keys()) neighbours[segment]?.push(segments.length + index);
  });
  return {
    family,
    segments,
    segmentVertex,
    routerVertex,
    neighbours,
    weights: Float64Array.from([...segments, ...routers], ({ name }) => weightOf(name)),
    nicOn: (router, segment) => certain(ports[router - segments.length]?.get(segment)),
  };
}

function numbered(named: readonly { readonly name: string }[], from: number): Map<string, number> {
  return new Map(named.map(({ name }, index) => [name, from + index]));
}

/** The first interface with an address on each segment. */
function portsOf(
  { nics }: DraftNode,
  segmentVertex: ReadonlyMap<string, number>,
  family: AddressFamily,
): Map<number, Nic> {
  const ports = new Map<number, Nic>();
  for (const nic of nics) {
    const vertex = certain(segmentVertex.get(nic.segment));
    if (addressesOf(nic, family).length > 0 && !ports.has(vertex)) ports.set(vertex, nic);
  }
  return ports;
}

/**
 * One hop, plus a hash far smaller than a hop: of ways with as many hops one is the cheapest, and it
 * is the same one from either end, so that routing is symmetric. Sums stay exact below 2^53.
 */
function weightOf(name: string): number {
  return 2 ** 36 + (createHash('sha256').update(name).digest().readUInt32BE() >>> 2);
}
