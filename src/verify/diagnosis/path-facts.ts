import { growth } from '../counter-growth.js';
import type { PathState, PathSymptom } from './path-symptom.js';

/** What the rows of a path's tables ask of a symptom. */
export const experimentOf = ({ observation: { evidence } }: PathSymptom) => evidence.experiment;

/** How much a counter of an end grew. */
export const grew = (it: PathSymptom, end: 'client' | 'server', counter: string) =>
  growth(it.observation.evidence.counters[end], counter);

export const is =
  (...states: readonly PathState[]) =>
  ({ state }: PathSymptom) =>
    states.includes(state);

/** The ends whose reverse path filter dropped packets. */
export const filtering = (it: PathSymptom) =>
  (['client', 'server'] as const).filter((end) => grew(it, end, 'TcpExtIPReversePathFilter') > 0);

/** Joins a client sends must find room in both ends' limits. */
export function neededSubflows({ paths, announced }: ReturnType<typeof experimentOf>): number {
  return Math.max(paths.length - 1, announced.length);
}
