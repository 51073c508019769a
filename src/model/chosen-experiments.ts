import { LabError } from '../errors.js';
import type { Plan, PlannedExperiment } from './plan.js';

/**
 * The experiments of these names, in the plan's order; all of them where none are named.
 *
 * @throws LabError `unknown-name`
 */
export function chosenExperiments(
  plan: Plan,
  names?: readonly string[],
): readonly PlannedExperiment[] {
  if (!names) return plan.experiments;
  const known = plan.experiments.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return plan.experiments.filter(({ name }) => names.includes(name));
  throw new LabError(
    'unknown-name',
    unknown.map((name) => ({
      where: 'experiments',
      message: `the lab has no experiment ${JSON.stringify(name)}`,
      next: `Take one of: ${known.join(', ')}.`,
    })),
  );
}
