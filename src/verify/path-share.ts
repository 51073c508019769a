import type { ExperimentPath } from '../model/plan.js';
import { cheapestCut } from './cheapest-cut.js';

/** The most Mbit/s that leave by all paths that should carry payload together, or null where one is unshaped. */
export function summedRate(paths: readonly ExperimentPath[]): number | null {
  return cheapestCut(carrying(paths).map(({ shapedBy }) => shapedBy));
}

/**
 * The part of the payload a path should carry: by rate, or an equal part for an unshaped one. Null
 * for a shaped path beside an unshaped one, which the scheduler may leave nearly idle.
 */
export function expectedShare(
  { expects, rateMbit }: ExperimentPath,
  paths: readonly ExperimentPath[],
): number | null {
  if (expects === 'backup') return 0;
  const rates = carrying(paths).flatMap((path) => path.rateMbit ?? []);
  if (rateMbit === null) return 1 / carrying(paths).length;
  if (rates.length < carrying(paths).length) return null;
  return rateMbit / rates.reduce((sum, rate) => sum + rate, 0);
}

function carrying(paths: readonly ExperimentPath[]): ExperimentPath[] {
  return paths.filter(({ expects }) => expects === 'payload');
}
