import type { NodeInput, SegmentInput, TopologyInput } from '../../src/model/generated/topology.js';

/** A client on two paths, a router and a server; parts of them changed. */
export function twoPaths(changes: {
  readonly client?: Partial<NodeInput>;
  readonly router?: Partial<NodeInput>;
  readonly server?: Partial<NodeInput>;
  readonly lab?: Partial<TopologyInput>;
}): TopologyInput {
  return {
    name: 'two-paths',
    segments: { pathA: {}, pathB: {}, server: {} },
    nodes: {
      client: { interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }], ...changes.client },
      router: {
        role: 'router',
        interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }, { segment: 'server' }],
        ...changes.router,
      },
      server: { interfaces: [{ segment: 'server' }], ...changes.server },
    },
    ...changes.lab,
  };
}

/** Hosts on one segment. */
export function oneSegment(hosts: readonly string[], lan: SegmentInput = {}): TopologyInput {
  const host = { interfaces: [{ segment: 'lan' }] };
  return {
    name: 'one-segment',
    segments: { lan },
    nodes: Object.fromEntries(hosts.map((name) => [name, host])),
  };
}
