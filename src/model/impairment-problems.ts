import type { Problem } from '../errors.js';
import type { Impairment } from './generated/topology.js';

/** tc-netem(8) takes a jitter only beside a delay; `effective` is what holds there in the end. */
export function impairmentProblems(
  where: string,
  own: Impairment | undefined,
  effective: Impairment,
): Problem[] {
  if (own?.jitterMs === undefined || own.jitterMs === 0 || effective.delayMs !== undefined) {
    return [];
  }
  return [
    {
      where: `${where}/impairment/jitterMs`,
      message: `jitter of ${own.jitterMs} ms needs a delay`,
      next: 'Add "delayMs".',
    },
  ];
}
