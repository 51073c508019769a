import type { ExperimentPath } from '../model/plan.js';

/** What was sent, and how long that took. */
export interface Sent {
  readonly bytes: number;
  readonly durationMs: number;
}

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
 * The part of the payload a path should carry: by rate, or an equal part where one is unshaped, but
 * never more than its own rate lets through in the time.
 */
export function expectedShare(
  path: ExperimentPath,
  paths: readonly ExperimentPath[],
  { bytes, durationMs }: Sent,
): number {
  const { expects, rateMbit } = path;
  if (expects === 'backup') return 0;
  const sum = summedRate(paths);
  if (sum !== null && rateMbit !== null) return rateMbit / sum;
  const equal = 1 / paths.filter((other) => other.expects === 'payload').length;
  if (rateMbit === null || bytes === 0) return equal;
  return Math.min(equal, (rateMbit * durationMs * bytesPerMbitMs) / bytes);
}

const bytesPerMbitMs = 125;
