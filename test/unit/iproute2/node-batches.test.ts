import { describe, expect, test } from 'vitest';
import { linkBatch } from '../../../src/iproute2/link-batch.js';
import { mptcpBatch } from '../../../src/iproute2/mptcp-batch.js';
import { networkBatch } from '../../../src/iproute2/network-batch.js';
import { policyBatch } from '../../../src/iproute2/policy-batch.js';
import { routeBatch } from '../../../src/iproute2/route-batch.js';
import { shaperBatch } from '../../../src/iproute2/shaper-batch.js';
import type { Plan, PlannedInterface, PlannedNode, Shaper } from '../../../src/model/plan.js';

const nic: PlannedInterface = {
  device: 'enp0s3',
  segment: 'pathA',
  mac: '08:00:27:00:00:01',
  mtu: 1400,
  addresses: [
    { family: 'ipv4', address: '192.168.10.20', prefixLength: 24, gateway: '192.168.10.1' },
    { family: 'ipv6', address: 'fd00::20', prefixLength: 64, gateway: null },
  ],
  metric: 100,
  shaper: null,
};

const node: PlannedNode = {
  name: 'client',
  role: 'host',
  image: null,
  existingVm: null,
  ssh: null,
  interfaces: [nic],
  sysctls: [],
  routes: [],
  policies: [],
  mptcp: { enabled: true, limits: { subflows: 0, addAddrAccepted: 0 }, endpoints: [] },
};

test('links get their addresses, IPv6 without duplicate detection, and come up', () => {
  expect(linkBatch(node)).toEqual([
    'link set lo up',
    'address add 192.168.10.20/24 dev enp0s3 metric 100',
    'address add fd00::20/64 dev enp0s3 metric 100 nodad',
    'link set enp0s3 up',
  ]);
});

test('routes name next hop, device and metric where they have them', () => {
  const lines = routeBatch({
    ...node,
    routes: [
      { family: 'ipv4', to: 'default', via: '192.168.10.1', device: 'enp0s3', metric: 0 },
      { family: 'ipv4', to: '10.0.0.0/8', via: '192.168.10.9', device: null, metric: null },
      { family: 'ipv6', to: 'default', via: null, device: 'enp0s3', metric: null },
    ],
  });
  expect(lines).toEqual([
    'route add default via 192.168.10.1 dev enp0s3 metric 0',
    'route add 10.0.0.0/8 via 192.168.10.9',
    'route add ::/0 dev enp0s3',
  ]);
});

test('policies of one family are rules and their tables, and none of the other', () => {
  const policies: PlannedNode['policies'] = [
    {
      family: 'ipv4',
      from: '192.168.10.20',
      table: 1,
      priority: 1001,
      routes: [
        { family: 'ipv4', to: '192.168.10.0/24', via: null, device: 'enp0s3', metric: null },
      ],
    },
    { family: 'ipv6', from: 'fd00::20', table: 1, priority: 1001, routes: [] },
  ];
  expect(policyBatch({ ...node, policies }, 'ipv4')).toEqual([
    'rule add from 192.168.10.20 table 1 priority 1001',
    'route add 192.168.10.0/24 dev enp0s3 table 1',
  ]);
  expect(policyBatch({ ...node, policies }, 'ipv6')).toEqual([
    'rule add from fd00::20 table 1 priority 1001',
  ]);
});

test('endpoints keep what they were given, wrong or right, and no more', () => {
  const lines = mptcpBatch({
    ...node,
    mptcp: {
      enabled: true,
      limits: { subflows: 8, addAddrAccepted: 1 },
      endpoints: [
        { address: '192.168.10.20', flags: [], device: null, port: null, id: null },
        { address: 'fd00::20', flags: ['subflow', 'backup'], device: 'enp0s3', port: null, id: 7 },
        { address: '10.9.9.9', flags: ['signal'], device: null, port: 4321, id: null },
      ],
    },
  });
  expect(lines).toEqual([
    'mptcp limits set subflows 8 add_addr_accepted 1',
    'mptcp endpoint add 192.168.10.20',
    'mptcp endpoint add fd00::20 dev enp0s3 id 7 subflow backup',
    'mptcp endpoint add 10.9.9.9 signal port 4321',
  ]);
});

describe('shaping', () => {
  const rate = { rateMbit: 12.5, burstBytes: 16384, queueMs: 50 };
  const netem = { delayMs: 10, jitterMs: 2.5, lossPercent: 0.1 };
  const shaped = (shaper: Shaper) => ({ ...node, interfaces: [{ ...nic, shaper }] });
  const tbf = 'tbf rate 12500000bit burst 16384 latency 50ms';
  const impaired = 'netem limit 100000 delay 10ms 2.5ms loss random 0.1%';

  test('by rate alone is a token bucket', () => {
    expect(shaperBatch(shaped({ rate, netem: null }), { netem: true })).toEqual([
      `qdisc add dev enp0s3 root ${tbf}`,
    ]);
  });

  test('with impairments puts the token bucket below netem', () => {
    expect(shaperBatch(shaped({ rate, netem }), { netem: true })).toEqual([
      `qdisc add dev enp0s3 root handle 1: ${impaired}`,
      `qdisc add dev enp0s3 parent 1:1 handle 10: ${tbf}`,
    ]);
  });

  test('without netem in the kernel keeps the rate and leaves the rest', () => {
    expect(shaperBatch(shaped({ rate, netem }), { netem: false })).toEqual([
      `qdisc add dev enp0s3 root ${tbf}`,
    ]);
    expect(shaperBatch(shaped({ rate: null, netem }), { netem: false })).toEqual([]);
  });

  test('never asks for a rate that rounds to nothing', () => {
    const slow = shaped({ rate: { ...rate, rateMbit: 1e-9 }, netem: null });
    expect(shaperBatch(slow, { netem: false })[0]).toContain('rate 8bit');
  });
});

describe('the network', () => {
  const member = (name: string) => ({ node: name, device: 'enp0s3' });
  const planOf = (...names: string[]): Plan => ({
    schemaVersion: 1,
    lint: {},
    name: 'lab',
    provider: 'netns',
    images: [],
    segments: [{ name: 'pathA', subnets: [], mtu: 1400, members: names.map(member) }],
    nodes: names.map((name) => ({ ...node, name })),
    experiments: [],
  });
  const end = (name: string, index: number) =>
    `name enp0s3 index ${index} address 08:00:27:00:00:01 mtu 1400 netns ${name}`;

  test('is a veth pair where a segment has two members', () => {
    expect(networkBatch(planOf('a', 'b'))).toEqual([
      'netns add a',
      'netns add b',
      `link add ${end('a', 100)} type veth peer ${end('b', 101)}`,
    ]);
  });

  test('never gives the two ends of a link one index, for such links come up late', () => {
    const plan = planOf('a', 'b');
    const lines = networkBatch({ ...plan, segments: [...plan.segments, ...plan.segments] });
    const indices = lines.flatMap((line) => line.match(/(?<=index )\d+/g) ?? []);
    expect(indices).toEqual(['100', '101', '102', '103']);
  });

  test.each([[['a']], [['a', 'b', 'c']]])('is a bridge with a port for each of %j', (names) => {
    expect(networkBatch(planOf(...names)).slice(names.length)).toEqual([
      'link add name seg0 index 100 mtu 1400 type bridge',
      'link set seg0 up',
      ...names.flatMap((name, index) => [
        `link add name seg0p${index} index ${101 + 2 * index} mtu 1400 type veth peer ${end(name, 102 + 2 * index)}`,
        `link set seg0p${index} master seg0 up`,
      ]),
    ]);
  });
});

test('a table has the routes of each family, whatever the rule is of that points to it', () => {
  const given = { family: 'ipv4', via: null, device: 'enp0s3', metric: null } as const;
  const policies: PlannedNode['policies'] = [
    {
      ...{ family: 'ipv6', from: 'fd00::20', table: 2, priority: 1001 },
      routes: [{ ...given, to: '192.168.10.0/24' }],
    },
  ];
  expect(policyBatch({ ...node, policies }, 'ipv6')).toEqual([
    'rule add from fd00::20 table 2 priority 1001',
  ]);
  expect(policyBatch({ ...node, policies }, 'ipv4')).toEqual([
    'route add 192.168.10.0/24 dev enp0s3 table 2',
  ]);
});
