import type { PlannedExperiment } from '../../../model/plan.js';
import { pointer } from '../../../model/pointer.js';
import type { LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';
import { sysctlNumber } from '../../sysctl.js';

export const offOnClient: Rule = {
  id: 'mptcp/off-on-client',
  severity: 'error',
  summary: 'a client of an experiment with MPTCP switched off',
  check: (context) =>
    offMistakes(
      context,
      'client',
      'Its program asks for an MPTCP socket and gets "Protocol not available"; mptcpize does not fall back to TCP.',
    ),
};

export const offOnServer: Rule = {
  id: 'mptcp/off-on-server',
  severity: 'error',
  summary: 'a server of an experiment with MPTCP switched off',
  check: (context) =>
    offMistakes(
      context,
      'server',
      'Its program cannot open an MPTCP socket to listen on ("Protocol not available"): clients are refused.',
    ),
};

function offMistakes(
  { plan, nodes }: LintContext,
  end: 'client' | 'server',
  consequence: string,
): Mistake[] {
  return plan.experiments.flatMap((experiment: PlannedExperiment) => {
    const node = nodes.get(experiment[end]);
    if (node === undefined || experiment.forcing[end] === 'none') return [];
    if (sysctlNumber(node, 'net.mptcp.enabled', 1) !== 0) return [];
    const at = ['nodes', node.name, 'mptcp', 'enabled'];
    const isSysctl = node.mptcp.enabled;
    return {
      at: isSysctl ? ['nodes', node.name, 'sysctls', 'net.mptcp.enabled'] : at,
      message: `MPTCP is off on ${node.name}, the ${end} of ${experiment.name}`,
      consequence,
      mend: 'Leave it out: MPTCP is on on hosts.',
      changes: isSysctl ? [] : [{ op: 'remove', path: pointer(...at) }],
    };
  });
}
