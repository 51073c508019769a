import { pointer } from '../../../model/pointer.js';
import type { Rule } from '../../rule.js';
import { sysctlNumber } from '../../sysctl.js';

export const offButConfigured: Rule = {
  id: 'mptcp/off-but-configured',
  severity: 'warning',
  summary: 'endpoints on a node that has MPTCP off',
  check: ({ plan }) => {
    const ends = new Set(plan.experiments.flatMap(({ client, server }) => [client, server]));
    return plan.nodes
      .filter(({ name, mptcp }) => !ends.has(name) && mptcp.endpoints.length > 0)
      .filter((node) => sysctlNumber(node, 'net.mptcp.enabled', 1) === 0)
      .map(({ name, role }) => {
        const at = ['nodes', name, 'mptcp', 'endpoints'];
        return {
          at,
          message: `${name} has endpoints and MPTCP off${role === 'router' ? ', as routers have' : ''}`,
          consequence:
            'They are never used: a program that asks for an MPTCP socket there gets "Protocol not available".',
          mend: 'Remove them, or set mptcp.enabled to true.',
          changes: [{ op: 'remove' as const, path: pointer(...at) }],
        };
      });
  },
};
