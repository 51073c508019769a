import type { Plan, PlannedNode } from '../../src/model/plan.js';

/** A plan of two hosts on one segment, small enough to see through. */
export function samplePlan(changes: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    lint: {},
    name: 'sample',
    provider: 'netns',
    images: [],
    segments: [
      {
        name: 'wire',
        subnets: ['10.0.0.0/24'],
        mtu: 1500,
        members: [
          { node: 'left', device: 'enp0s3' },
          { node: 'right', device: 'enp0s3' },
        ],
      },
    ],
    nodes: [sampleNode('left', '10.0.0.1'), sampleNode('right', '10.0.0.2', 'router')],
    experiments: [
      {
        name: 'multi-subflow',
        kind: 'multi-subflow',
        client: 'left',
        server: 'right',
        family: 'ipv4',
        serverAddress: '10.0.0.2',
        forcing: { client: 'mptcpize', server: 'mptcpize' },
        programs: { client: null, server: null },
        seconds: 5,
        paths: [
          {
            ...{ device: 'enp0s3', address: '10.0.0.1', serverAddress: '10.0.0.2' },
            ...{ expects: 'payload', rateMbit: 50 },
            shapedBy: [{ node: 'left', device: 'enp0s3', rateMbit: 50 }],
          },
        ],
        announced: [],
      },
    ],
    ...changes,
  };
}

export function sampleNode(
  name: string,
  address: string,
  role: 'host' | 'router' = 'host',
): PlannedNode {
  return {
    name,
    role,
    image: null,
    existingVm: null,
    ssh: null,
    interfaces: [
      {
        device: 'enp0s3',
        segment: 'wire',
        mac: '08:00:27:00:00:01',
        mtu: 1500,
        addresses: [{ family: 'ipv4', address, prefixLength: 24, gateway: null }],
        metric: 100,
        shaper: { rate: { rateMbit: 50, burstBytes: 16384, queueMs: 50 }, netem: null },
      },
    ],
    sysctls: [{ key: 'net.mptcp.enabled', value: '1', optional: false }],
    routes: [{ family: 'ipv4', to: 'default', via: '10.0.0.2', device: 'enp0s3', metric: 100 }],
    policies: [],
    mptcp: { enabled: true, limits: { subflows: 2, addAddrAccepted: 2 }, endpoints: [] },
  };
}
