import type { NodeInput, TopologyInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';

const client = { interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }] };
const server = { interfaces: [{ segment: 'server' }] };
const router: NodeInput = {
  role: 'router',
  interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }, { segment: 'server' }],
};

/** One lab for each thing the planner decides. */
export const topologies: readonly TopologyInput[] = [
  mptcpLab(),
  mptcpLab({ name: 'three-paths', rateMbit: [30, 20, 10] }),
  {
    name: 'dual-stack',
    addressFamilies: ['ipv4', 'ipv6'],
    segments: { pathA: {}, pathB: {}, server: {} },
    nodes: { client, router, server },
    experiments: [
      { kind: 'multi-subflow', client: 'client', server: 'server' },
      { kind: 'multi-subflow', client: 'client', server: 'server', family: 'ipv6' },
    ],
  },
  {
    name: 'two-routers-in-a-row',
    segments: { pathA: {}, pathB: {}, core: { impairment: { rateMbit: 80 } }, server: {} },
    nodes: {
      client,
      near: {
        role: 'router',
        interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }, { segment: 'core' }],
      },
      far: { role: 'router', interfaces: [{ segment: 'core' }, { segment: 'server' }] },
      server,
    },
  },
  {
    name: 'ring-of-routers',
    segments: { pathA: {}, pathB: {}, north: {}, east: {}, south: {}, west: {}, server: {} },
    nodes: {
      client,
      nw: {
        role: 'router',
        interfaces: [{ segment: 'pathA' }, { segment: 'north' }, { segment: 'west' }],
      },
      ne: { role: 'router', interfaces: [{ segment: 'north' }, { segment: 'east' }] },
      se: {
        role: 'router',
        interfaces: [{ segment: 'east' }, { segment: 'south' }, { segment: 'server' }],
      },
      sw: {
        role: 'router',
        interfaces: [{ segment: 'pathB' }, { segment: 'south' }, { segment: 'west' }],
      },
      server,
    },
  },
  {
    name: 'multihomed-server',
    segments: { pathA: {}, pathB: {}, serverA: {}, serverB: {} },
    nodes: {
      client,
      router: {
        role: 'router',
        interfaces: ['pathA', 'pathB', 'serverA', 'serverB'].map((segment) => ({ segment })),
      },
      server: { interfaces: [{ segment: 'serverA' }, { segment: 'serverB' }] },
    },
  },
  {
    name: 'two-ways-out',
    segments: { lan: {}, left: {}, right: {}, pathB: {} },
    nodes: {
      client: { interfaces: [{ segment: 'lan' }, { segment: 'pathB' }] },
      a: {
        role: 'router',
        interfaces: [{ segment: 'lan' }, { segment: 'left' }, { segment: 'pathB' }],
      },
      b: { role: 'router', interfaces: [{ segment: 'lan' }, { segment: 'right' }] },
      server: { interfaces: [{ segment: 'right' }] },
    },
  },
];
