import { experimentPort } from '../../../model/experiment-port.js';
import { parseAddress } from '../../../model/ip.js';
import type { PlannedExperiment } from '../../../model/plan.js';
import type { LintContext } from '../../context.js';
import type { Place, Rule } from '../../rule.js';

/** Addresses that stand for all of a host's. */
const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

export const programWithoutAddress: Rule = {
  id: 'experiment/program-without-address',
  severity: 'warning',
  summary: "a client's program that is not told the server's address",
  check: (context) =>
    programs(context, 'client')
      .filter(({ argv, experiment }) => !mentions(argv, '{address}', experiment.serverAddress))
      .map(({ experiment, at }) => ({
        at,
        message: `the client's program of ${experiment.name} names neither {address} nor ${experiment.serverAddress}`,
        consequence: `It connects elsewhere and is refused, or sends what ${experiment.server} never gets: the verdict is inconclusive.`,
        mend: "Write {address} where the server's address belongs.",
      })),
};

export const programWithoutPort: Rule = {
  id: 'experiment/program-without-port',
  severity: 'warning',
  summary: 'a program of an experiment that is not told the port',
  check: (context) =>
    [...programs(context, 'client'), ...programs(context, 'server')]
      .filter(
        ({ argv, experiment }) => !mentions(argv, '{port}', `${experimentPort[experiment.kind]}`),
      )
      .map(({ experiment, at }) => ({
        at,
        message: `a program of ${experiment.name} names neither {port} nor ${experimentPort[experiment.kind]}`,
        consequence:
          'Client and server do not meet: connections are refused, or nobody is seen to listen.',
        mend: 'Write {port} where the port belongs.',
      })),
};

export const serverBoundElsewhere: Rule = {
  id: 'experiment/server-bound-elsewhere',
  severity: 'warning',
  summary: "a server's program bound to another address than clients connect to",
  check: (context) =>
    programs(context, 'server').flatMap(({ argv, experiment, at }) => {
      const bound = argv.filter((argument) => parseAddress(argument) !== null);
      const reachable = bound.some((it) => anyAddress.has(it) || it === experiment.serverAddress);
      if (bound.length === 0 || reachable) return [];
      return {
        at,
        message: `the server's program of ${experiment.name} binds to ${bound.join(', ')}, its clients connect to ${experiment.serverAddress}`,
        consequence: 'It listens, and nobody gets to it: clients are refused.',
        mend: 'Leave the address out, or write {address}.',
      };
    }),
};

interface OwnProgram {
  readonly experiment: PlannedExperiment;
  readonly argv: readonly string[];
  readonly at: Place;
}

/** The programs of the user's own. */
function programs({ plan }: LintContext, end: 'client' | 'server'): OwnProgram[] {
  return plan.experiments.flatMap((experiment, index) => {
    const argv = experiment.programs[end];
    return argv === null ? [] : { experiment, argv, at: ['experiments', index, 'programs', end] };
  });
}

function mentions(argv: readonly string[], ...words: string[]): boolean {
  return argv.some((argument) => words.some((word) => argument.includes(word)));
}
