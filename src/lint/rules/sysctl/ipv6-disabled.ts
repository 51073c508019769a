import type { PlannedNode } from '../../../model/plan.js';
import { sysctlOf } from '../../sysctl.js';
import type { Rule } from '../../rule.js';

export const ipv6Disabled: Rule = {
  id: 'sysctl/ipv6-disabled',
  severity: 'error',
  summary: 'IPv6 switched off on a node with IPv6 addresses',
  check: ({ plan }) =>
    plan.nodes.flatMap((node) =>
      keysOf(node)
        .filter((key) => Number(sysctlOf(node, key) ?? 0) !== 0)
        .map((key) => ({
          at: ['nodes', node.name, 'sysctls', key],
          message: `${key} is on, and ${node.name} has IPv6 addresses`,
          consequence: 'The kernel refuses the addresses: the lab does not come up.',
          mend: `Remove ${key}, or give the node no IPv6 addresses.`,
        })),
    ),
};

/** Those that would switch off an interface with an IPv6 address. */
function keysOf({ interfaces }: PlannedNode): string[] {
  const devices = interfaces
    .filter(({ addresses }) => addresses.some(({ family }) => family === 'ipv6'))
    .map(({ device }) => device);
  const names = devices.length === 0 ? [] : ['all', 'default', ...devices];
  return names.map((name) => `net.ipv6.conf.${name}.disable_ipv6`);
}
