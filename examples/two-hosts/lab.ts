import type { TopologyInput } from 'subflow';

// Two hosts behind one router share both uplinks; each aggregates them in its turn.
const host = { interfaces: [{ segment: 'lanA' }, { segment: 'lanB' }] };

const lab: TopologyInput = {
  name: 'two-hosts',
  segments: {
    lanA: { impairment: { rateMbit: 30 } },
    lanB: { impairment: { rateMbit: 30 } },
    server: {},
  },
  nodes: {
    alice: host,
    bob: host,
    router: {
      role: 'router',
      interfaces: [{ segment: 'lanA' }, { segment: 'lanB' }, { segment: 'server' }],
    },
    server: { interfaces: [{ segment: 'server' }] },
  },
  experiments: [
    { name: 'alice', kind: 'multi-subflow', client: 'alice', server: 'server' },
    { name: 'bob', kind: 'multi-subflow', client: 'bob', server: 'server' },
  ],
};

export default lab;
