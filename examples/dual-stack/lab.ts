import type { TopologyInput } from 'subflow';

// Every segment has an IPv4 and an IPv6 subnet; the experiment runs once over each family.
const lab: TopologyInput = {
  name: 'dual-stack',
  addressFamilies: ['ipv4', 'ipv6'],
  segments: {
    pathA: { impairment: { rateMbit: 40 } },
    pathB: { impairment: { rateMbit: 40 } },
    server: {},
  },
  nodes: {
    client: { interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }] },
    router: {
      role: 'router',
      interfaces: [{ segment: 'pathA' }, { segment: 'pathB' }, { segment: 'server' }],
    },
    server: { interfaces: [{ segment: 'server' }] },
  },
  experiments: [
    { name: 'ipv4', kind: 'multi-subflow', client: 'client', server: 'server', family: 'ipv4' },
    { name: 'ipv6', kind: 'multi-subflow', client: 'client', server: 'server', family: 'ipv6' },
  ],
};

export default lab;
