import { imageOf } from '../../image-of.js';
import { isOlder } from '../../is-older.js';
import type { Rule } from '../../rule.js';

/** The kernel that MPTCP's parameters came with (kernel document mptcp-sysctl). */
const since: Readonly<Record<string, string>> = {
  'net.mptcp.enabled': '5.6',
  'net.mptcp.add_addr_timeout': '5.10',
  'net.mptcp.allow_join_initial_addr_port': '5.14',
  'net.mptcp.checksum_enabled': '5.14',
  'net.mptcp.stale_loss_cnt': '5.15',
  'net.mptcp.pm_type': '5.19',
  'net.mptcp.scheduler': '6.6',
  'net.mptcp.close_timeout': '6.7',
  'net.mptcp.blackhole_timeout': '6.12',
  'net.mptcp.path_manager': '6.15',
};

export const kernelWithoutParameter: Rule = {
  id: 'image/kernel-without-parameter',
  severity: 'warning',
  summary: 'a parameter of MPTCP that is newer than the kernel',
  unless: ['image/kernel-without-mptcp'],
  check: (context) =>
    context.plan.nodes.flatMap((node) => {
      const version = imageOf(context, node)?.kernelVersion ?? null;
      return node.sysctls.flatMap(({ key, optional }) => {
        const first = since[key];
        if (optional || version === null || first === undefined || !isOlder(version, first)) {
          return [];
        }
        return {
          at: ['nodes', node.name, 'sysctls', key],
          message: `${key} came with kernel ${first}, ${node.name} has ${version}`,
          consequence:
            'The kernel has no such file, unless the distribution took it over: the lab does not come up.',
          mend: `Remove ${key}, or take an image of a newer kernel: subflow image list.`,
        };
      });
    }),
};
