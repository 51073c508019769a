import type { Rung, RungId } from '../../model/verdict.js';
import type { Observation } from '../observation.js';
import type { VerdictWords } from '../words/words.js';

/** Looks at one thing of a run, and says in some language what it saw. */
export type Judge = (observation: Observation, words: VerdictWords) => Rung;

/** A rung's finding; the reason of a pass is why the rung matters. */
export interface Finding {
  readonly measured: string;
  readonly reason: string;
}

/** What a rung demands, in plain words, and why. */
export interface Demand {
  readonly id: RungId;
  readonly expected: string;
  readonly why: string;
}

export function passed({ id, expected, why }: Demand, measured: string): Rung {
  return { id, status: 'pass', expected, measured, reason: why };
}

export function failed({ id, expected }: Demand, finding: Finding): Rung {
  return { id, status: 'fail', expected, ...finding };
}

export function inconclusive({ id, expected }: Demand, finding: Finding): Rung {
  return { id, status: 'inconclusive', expected, ...finding };
}
