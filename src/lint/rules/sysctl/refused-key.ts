import type { PlannedNode } from '../../../model/plan.js';
import type { Rule } from '../../rule.js';
import { meantKey } from '../../known-sysctls.js';

export const sysctlMisspelt: Rule = {
  id: 'sysctl/misspelt',
  severity: 'error',
  summary: 'a kernel parameter that is nearly one of those there are',
  check: ({ plan }) =>
    plan.nodes.flatMap(({ name, sysctls }) =>
      sysctls.flatMap(({ key, optional }) => {
        const meant = optional ? null : meantKey(key);
        if (meant === null) return [];
        return {
          at: ['nodes', name, 'sysctls', key],
          message: `there is no kernel parameter ${key}, which ${name} is to set`,
          consequence: 'The kernel has no such file: the lab does not come up.',
          mend: `Did you mean ${meant}?`,
        };
      }),
    ),
};

/** net.ipv4.conf.DEVICE.KEY, net.ipv6.neigh.DEVICE.KEY and the like. */
const ofDevice = /^net\.ipv[46]\.(?:conf|neigh)\.([^.]+)\./;

export const sysctlDeviceMissing: Rule = {
  id: 'sysctl/device-missing',
  severity: 'error',
  summary: 'a kernel parameter of a device that the node does not have',
  check: ({ plan }) =>
    plan.nodes.flatMap((node) =>
      node.sysctls.flatMap(({ key }) => {
        const device = ofDevice.exec(key)?.[1];
        if (device === undefined || hasDevice(node, device)) return [];
        return {
          at: ['nodes', node.name, 'sysctls', key],
          message: `${node.name} has no device ${device}, of which ${key} is`,
          consequence: 'The kernel has no such file: the lab does not come up.',
          mend: `Take one of all, default, ${node.interfaces.map((nic) => nic.device).join(', ')}.`,
        };
      }),
    ),
};

function hasDevice({ interfaces }: PlannedNode, device: string): boolean {
  return (
    ['all', 'default', 'lo'].includes(device) || interfaces.some((nic) => nic.device === device)
  );
}

/** Parameters of the whole kernel; namespaces do not have them (net/core/sysctl_net_core.c). */
const ofTheHost: ReadonlySet<string> = new Set([
  'net.core.bpf_jit_enable',
  'net.core.busy_poll',
  'net.core.busy_read',
  'net.core.default_qdisc',
  'net.core.dev_weight',
  'net.core.flow_limit_table_len',
  'net.core.netdev_budget',
  'net.core.netdev_budget_usecs',
  'net.core.netdev_max_backlog',
  'net.core.rps_sock_flow_entries',
  'net.ipv4.tcp_low_latency',
  'net.ipv4.tcp_max_orphans',
  'net.ipv4.tcp_mem',
  'net.ipv4.udp_mem',
]);

export const sysctlOfTheHost: Rule = {
  id: 'sysctl/of-the-host',
  severity: 'error',
  summary: 'a kernel parameter of the whole host, in a lab of namespaces',
  check: ({ plan }) =>
    (plan.provider === 'netns' ? plan.nodes : []).flatMap(({ name, sysctls }) =>
      sysctls
        .filter(({ key, optional }) => !optional && ofTheHost.has(key))
        .map(({ key }) => ({
          at: ['nodes', name, 'sysctls', key],
          message: `${key} is the host's: ${name} is a network namespace, which has none of its own`,
          consequence: 'The namespace has no such file: the lab does not come up.',
          mend: 'Remove it, or take the provider virtualbox, where each node has a kernel of its own.',
        })),
    ),
};
