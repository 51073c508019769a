import { pointer } from '../../../model/pointer.js';
import { clientsOf, multi, serversOf } from '../../roles.js';
import type { Rule } from '../../rule.js';
import { sysctlOf } from '../../sysctl.js';

/** Both spell the same choice; `pm_type` is deprecated since 6.15 (kernel document mptcp-sysctl). */
const keys = { 'net.mptcp.pm_type': '1', 'net.mptcp.path_manager': 'userspace' } as const;

export const userspacePathManager: Rule = {
  id: 'mptcp/userspace-path-manager',
  severity: 'error',
  summary: 'the path manager left to a program that is not there',
  check: (context) => {
    const ends = new Set([...clientsOf(context), ...serversOf(context)]);
    return context.plan.nodes
      .filter(({ name }) => ends.has(name))
      .flatMap((node) =>
        Object.entries(keys)
          .filter(([key, value]) => sysctlOf(node, key) === value)
          .map(([key]) => ({
            at: ['nodes', node.name, 'sysctls', key],
            message: `${key} on ${node.name} leaves subflows to a path manager in user space`,
            consequence:
              'No mptcpd runs in the lab: endpoints and limits are ignored, a client sends no MP_JOIN and a server rejects every one.',
            mend: `Remove ${key}.`,
            changes: [{ op: 'remove' as const, path: pointer('nodes', node.name, 'sysctls', key) }],
          })),
      );
  },
};

const joinKey = 'net.mptcp.allow_join_initial_addr_port';

export const noJoinToInitialAddress: Rule = {
  id: 'mptcp/no-join-to-initial-address',
  severity: 'error',
  summary: 'a server that forbids joins to the address its clients connect to',
  check: ({ plan, nodes }) =>
    multi(plan.experiments).flatMap(({ server, paths, serverAddress }) => {
      const node = nodes.get(server);
      const joined = paths.slice(1).some((path) => path.serverAddress === serverAddress);
      if (node === undefined || !joined || sysctlOf(node, joinKey) !== '0') return [];
      const at = ['nodes', server, 'sysctls', joinKey];
      return {
        at,
        message: `${server} forbids joins to ${serverAddress}`,
        consequence:
          'Its SYN/ACK carries the C flag (RFC 8684 section 3.1): clients send no MP_JOIN there, and nothing counts.',
        mend: `Remove ${joinKey}, or announce another address of ${server}.`,
        changes: [{ op: 'remove', path: pointer(...at) }],
      };
    }),
};
