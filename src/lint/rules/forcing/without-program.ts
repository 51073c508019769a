import type { LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';

export const nativeWithoutProgram: Rule = {
  id: 'forcing/native-without-program',
  severity: 'error',
  summary: 'forcing native for a program that has no MPTCP of its own',
  check: (context) => withoutProgram(context, 'native', 'does not ask for IPPROTO_MPTCP'),
};

export const goWithoutProgram: Rule = {
  id: 'forcing/go-without-program',
  severity: 'error',
  summary: "forcing go for a program that is not Go's",
  check: (context) =>
    withoutProgram(context, 'go', 'is no Go program, and GODEBUG means nothing to it'),
};

/** Both leave it to the program, and the experiments' own know nothing of it. */
function withoutProgram(
  { plan }: LintContext,
  method: 'native' | 'go',
  because: string,
): Mistake[] {
  return plan.experiments.flatMap(({ name, kind, forcing, programs }, index) =>
    (['client', 'server'] as const)
      .filter((end) => forcing[end] === method && programs[end] === null)
      .map((end) => ({
        at: ['experiments', index, 'forcing', end],
        message: `forcing ${method} leaves MPTCP to the ${end}'s program of ${name}, which is ${usual[kind]} and ${because}`,
        consequence: 'It opens a TCP socket: the connection is plain TCP on one path.',
        mend: `Leave forcing.${end} out (mptcpize), or name a program that can in programs.${end}.`,
      })),
  );
}

const usual = { 'single-subflow': 'ncat', 'multi-subflow': 'iperf' } as const;
