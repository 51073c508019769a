import type { LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';

export const plainTcpServer: Rule = {
  id: 'experiment/plain-tcp-server',
  severity: 'error',
  summary: 'an experiment whose server is left a plain TCP program',
  check: (context) =>
    plain(
      context,
      'server',
      'The client offers MP_CAPABLE, the answer comes without: the connection is plain TCP on one path (MPCapableFallbackSYNACK counts).',
    ),
};

export const plainTcpClient: Rule = {
  id: 'experiment/plain-tcp-client',
  severity: 'error',
  summary: 'an experiment whose client is left a plain TCP program',
  check: (context) =>
    plain(
      context,
      'client',
      'Its SYN has no MP_CAPABLE: plain TCP on one path, and no MPTCP counter moves at either end.',
    ),
};

function plain({ plan }: LintContext, end: 'client' | 'server', consequence: string): Mistake[] {
  return plan.experiments.flatMap(({ name, forcing }, index) => {
    if (forcing[end] !== 'none') return [];
    return {
      at: ['experiments', index, 'forcing', end],
      message: `nothing makes the ${end}'s program of ${name} use MPTCP`,
      consequence,
      mend: `Leave forcing.${end} out: mptcpize is the default.`,
    };
  });
}
