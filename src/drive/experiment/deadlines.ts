import type { ExperimentPath } from '../../model/plan.js';

/** Longest time in ms for a command that only looks or sets. */
export const commandTimeoutMs = 30_000;

/** Longest time in ms for a program to start, to end when told to, and for data to arrive. */
export const programTimeoutMs = 30_000;

/** Longest time in ms for bytes to get through the slowest path, besides what an unshaped one takes. */
export function crossingMs(bytes: number, paths: readonly ExperimentPath[]): number {
  const rates = paths.flatMap(({ rateMbit }) => rateMbit ?? []);
  // Headers, retransmissions and a slow start take less than the payload itself.
  return rates.length === 0 ? 0 : Math.ceil((2 * bytes * 8) / (Math.min(...rates) * 1000));
}
