import type { Change, Severity } from '../model/finding.js';
import type { LintContext } from './context.js';

/** Keys that lead to a place in the topology. */
export type Place = readonly (string | number)[];

/** One occurrence of what a rule looks for. */
export interface Mistake {
  readonly at: Place;
  /** What is wrong, with the offending value. */
  readonly message: string;
  /** What will happen when the lab runs, and how it shows. */
  readonly consequence: string;
  /** What to do. */
  readonly mend: string;
  /** The mend as operations on the topology, where it can be computed. */
  readonly changes?: readonly Change[];
  /** Whether `--fix` may make them. Default: false. */
  readonly safe?: boolean;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The mistake in one line, for lists. */
  readonly summary: string;
  /** Rules that find causes of this one's mistakes: where one of them speaks, this one is silent. */
  readonly unless?: readonly string[];
  readonly check: (context: LintContext) => Iterable<Mistake>;
}
