import type { ExperimentPath, PlannedExperiment } from '../../../model/plan.js';
import { multi } from '../../roles.js';
import type { Mistake, Rule } from '../../rule.js';
import type { LintContext } from '../../context.js';

/** From here on several paths were measured to be slower than the fastest alone. */
const highestRatio = 10;

export const rateRatio: Rule = {
  id: 'link/rate-ratio',
  severity: 'warning',
  summary: 'paths whose rates differ so much that MPTCP is slower than the fastest alone',
  check: (context) =>
    carrying(context, (experiment, paths) => {
      const [fast, slow] = [extreme(paths, Math.max), extreme(paths, Math.min)];
      if (fast === undefined || slow === undefined) return [];
      if (fast.rateMbit / slow.rateMbit < highestRatio) return [];
      return {
        at: ['experiments', experiment.index],
        message: `the paths of ${experiment.name} have ${fast.rateMbit} and ${slow.rateMbit} Mbit/s, ${fast.device} and ${slow.device}`,
        consequence:
          'What was given to the slow path arrives late and holds up the rest: 100 and 5 Mbit/s together were measured at 57, less than the 95 of the fast one alone.',
        mend: `Bring the rates closer together, or make ${slow.device} a backup.`,
      };
    }),
};

export const sharedBottleneck: Rule = {
  id: 'link/shared-bottleneck',
  severity: 'warning',
  summary: 'paths that share a link no faster than the fastest of them',
  check: (context) =>
    carrying(context, (experiment, paths) => {
      const most = extreme(paths, Math.max)?.rateMbit ?? 0;
      const shared = (paths[0]?.shapedBy ?? []).find(
        (egress) => egress.rateMbit <= most && paths.every((path) => isShaped(path, egress)),
      );
      if (shared === undefined) return [];
      return {
        at: ['experiments', experiment.index],
        message: `all paths of ${experiment.name} leave ${shared.node} by ${shared.device}, which lets ${shared.rateMbit} Mbit/s through`,
        consequence: `Together they carry no more than one of them could: the goodput stays below ${shared.rateMbit} Mbit/s, whatever MPTCP does.`,
        mend: `Raise the rate of ${shared.device} of ${shared.node} to the sum of the paths' own, or give the paths links of their own.`,
      };
    }),
};

export const unshapedBesideShaped: Rule = {
  id: 'link/unshaped-beside-shaped',
  severity: 'advice',
  summary: 'a path without rate beside one with a rate',
  check: (context) =>
    carrying(context, (experiment, paths) => {
      const free = paths.find(({ rateMbit }) => rateMbit === null);
      const shaped = paths.find(({ rateMbit }) => rateMbit !== null);
      if (free === undefined || shaped === undefined) return [];
      return {
        at: ['experiments', experiment.index],
        message: `${free.device} of ${experiment.client} has no rate, ${shaped.device} has ${shaped.rateMbit ?? 0} Mbit/s`,
        consequence: `${free.device} is as fast as the host and carries nearly all: what ${shaped.device} adds cannot be seen.`,
        mend: `Give ${free.device}'s segment a rate too (impairment.rateMbit).`,
      };
    }),
};

interface Numbered extends PlannedExperiment {
  readonly index: number;
}

/** What a look at the paths that are to carry payload finds, by experiment; one path is not compared. */
function carrying(
  { plan }: LintContext,
  look: (experiment: Numbered, paths: readonly ExperimentPath[]) => Mistake | [],
): Mistake[] {
  const numbered = plan.experiments.map((experiment, index) => ({ ...experiment, index }));
  return numbered
    .filter((experiment) => multi([experiment]).length > 0)
    .map((experiment) => ({
      experiment,
      paths: experiment.paths.filter(({ expects }) => expects === 'payload'),
    }))
    .filter(({ paths }) => paths.length > 1)
    .flatMap(({ experiment, paths }) => look(experiment, paths));
}

/** The fastest or slowest path; unshaped ones have no rate to compare. */
function extreme(
  paths: readonly ExperimentPath[],
  pick: (...rates: number[]) => number,
): (ExperimentPath & { readonly rateMbit: number }) | undefined {
  const shaped = paths.flatMap((path) =>
    path.rateMbit === null ? [] : { ...path, rateMbit: path.rateMbit },
  );
  const rate = pick(...shaped.map(({ rateMbit }) => rateMbit));
  return shaped.find(({ rateMbit }) => rateMbit === rate);
}

function isShaped(
  { shapedBy }: ExperimentPath,
  { node, device }: ExperimentPath['shapedBy'][number],
): boolean {
  return shapedBy.some((egress) => egress.node === node && egress.device === device);
}
