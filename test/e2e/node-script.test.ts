import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { PlannedNode } from '../../src/model/plan.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { nodeScript as namespaceScript } from '../../src/render/netns/node-script.js';
import { nodeScript as machineScript } from '../../src/render/virtualbox/node-script.js';
import { topologies } from '../golden/topologies.js';
import { virtualboxPlan } from '../helpers/virtualbox-files.js';

const shown = [
  ...['ip address show', 'ip route show table all', 'ip -6 route show table all'],
  ...['ip rule', 'ip -6 rule', 'ip mptcp limits', 'ip mptcp endpoint', 'tc qdisc show'],
  'cat /proc/sys/net/ipv4/ip_forward /proc/sys/net/mptcp/enabled',
];

/** What the kernel has after these scripts ran in turn in a namespace with the node's NICs. */
function kernelAfter({ interfaces }: PlannedNode, scripts: readonly string[]): string {
  // Their peers stay down: without a carrier nothing comes and goes by itself.
  const nics = interfaces.map(
    ({ device, mac }, index) =>
      `ip link add ${device} address ${mac} type veth peer p${index} address 02:00:00:00:00:0${index}`,
  );
  const runs = scripts.map((_, index) => `sh -c "$${index + 1}"`);
  const program = ['set -e', ...nics, ...runs, ...shown].join('\n');
  const output = execFileSync(
    'unshare',
    ['--user', '--map-root-user', '--net', 'sh', '-c', program, 'sh', ...scripts],
    // Debian's ordinary users have no sbin in PATH.
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
    },
  );
  // Numbers the kernel counts up: when an address was last looked at, which handle is free.
  return (
    output
      // The kernel adds its own for an IPv6 address once nobody else turns out to have it.
      .replaceAll(/^(local|anycast|multicast) .* table local .*pref medium\n/gm, '')
      .replaceAll(/(?<=qdisc tbf )\w+:/g, '')
      .replaceAll(/^the kernel (refuses|has).*\n/gm, '')
  );
}

const nodes = [...topologies, mptcpLab({ name: 'slow', rateMbit: [1, 2] })].flatMap((topology) =>
  virtualboxPlan(topology).nodes.map((node) => [`${topology.name}/${node.name}`, node] as const),
);

describe("a machine's script", () => {
  it.each(nodes)(
    'makes of %s what a namespace would be, and no more when it runs again',
    (_, node) => {
      const machine = machineScript(node);
      const namespace = kernelAfter(node, [namespaceScript(node)]);
      expect(kernelAfter(node, [machine])).toBe(namespace);
      expect(kernelAfter(node, [machine, machine])).toBe(namespace);
    },
  );
});
