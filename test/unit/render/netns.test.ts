import { describe, expect, test } from 'vitest';
import { parseTopology } from '../../../src/model/parse.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { netnsLimits } from '../../../src/render/limits.js';
import { renderNetns } from '../../../src/render/netns.js';

const impaired = {
  ...mptcpLab(),
  segments: {
    ...mptcpLab().segments,
    pathA: {
      subnets: ['192.168.10.0/24'],
      impairment: { rateMbit: 10, delayMs: 20, lossPercent: 1 },
    },
  },
};

describe('the files of a lab of namespaces', () => {
  const artifacts = renderNetns(planLab(parseTopology(impaired), netnsLimits));

  test('are the network, the names and a script for each node', () => {
    expect(artifacts.map(({ path }) => path)).toEqual([
      'network.sh',
      'hosts',
      'nodes/client.sh',
      'nodes/router.sh',
      'nodes/server.sh',
    ]);
  });

  test.each(artifacts.map(({ path, content }) => ({ path, content })))(
    'show in $path what the plan says',
    async ({ path, content }) => {
      await expect(content).toMatchFileSnapshot(`../../golden/netns/${path}`);
    },
  );
});

describe('a script of a node', () => {
  test.each([
    ['no duplicate address detection where there is IPv6', ['ipv4', 'ipv6'], true],
    ['nothing of it where there is none', ['ipv4'], false],
  ] as const)('has %s', (_, addressFamilies, has) => {
    const nic = (name: string) => ({ interfaces: [{ segment: name }] });
    const lab = { name: 'pair', addressFamilies: [...addressFamilies], segments: { wire: {} } };
    const topology = { ...lab, nodes: { left: nic('wire'), right: nic('wire') }, experiments: [] };
    const artifacts = renderNetns(planLab(parseTopology(topology), netnsLimits));
    const script = String(artifacts.find(({ path }) => path === 'nodes/left.sh')?.content);
    expect(/accept_dad.*link set enp0s3 up/s.test(script)).toBe(has);
  });

  test('hands hostile sysctl values to the kernel as they are, and to nobody else', () => {
    const hostile = mptcpLab();
    hostile.nodes['client']!.sysctls = { 'net.ipv4.tcp_rmem': "1 2 3'; touch pwned; `id` $(id)\\" };
    const artifacts = renderNetns(planLab(parseTopology(hostile), netnsLimits));
    const script = String(artifacts.find(({ path }) => path === 'nodes/client.sh')?.content);
    expect(script).toContain(
      String.raw`want net/ipv4/tcp_rmem '1 2 3'\''; touch pwned; ${'`id`'} $(id)\'`,
    );
  });
});
