import type { TopologyInput } from 'subflow';

// The second path is a backup (RFC 8684, section 3.3.8): joined, and idle while the first one works.
const lab: TopologyInput = {
  name: 'backup-path',
  segments: {
    fibre: { subnets: ['192.168.10.0/24'], impairment: { rateMbit: 50 } },
    mobile: { subnets: ['192.168.20.0/24'], impairment: { rateMbit: 10 } },
    server: { subnets: ['192.168.30.0/24'] },
  },
  nodes: {
    client: {
      interfaces: [{ segment: 'fibre' }, { segment: 'mobile', addresses: ['192.168.20.20/24'] }],
      mptcp: {
        endpoints: [{ address: '192.168.20.20', flags: ['subflow', 'backup'], dev: 'enp0s8' }],
      },
    },
    router: {
      role: 'router',
      interfaces: [{ segment: 'fibre' }, { segment: 'mobile' }, { segment: 'server' }],
    },
    server: { interfaces: [{ segment: 'server' }] },
  },
};

export default lab;
