import type { ExperimentPath } from '../model/plan.js';

/** Sum of the shaped rates in Mbit/s of the paths that should carry payload, or null where one is unshaped. */
export function summedRate(paths: readonly ExperimentPath[]): number | null {
  return paths
    .filter(({ expects }) => expects === 'payload')
    .reduce<number | null>(
      (sum, { rateMbit }) => (sum === null || rateMbit === null ? null : sum + rateMbit),
      0,
    );
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
  const sum = summedRate(paths);
  if (sum === null && rateMbit !== null) return null;
  if (sum !== null && rateMbit !== null) return rateMbit / sum;
  return 1 / paths.filter((other) => other.expects === 'payload').length;
}
