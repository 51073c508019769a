import type { causes } from './en/causes.js';
import type { joins } from './en/joins.js';
import type { mends } from './en/mends.js';
import type { rungs } from './en/rungs.js';

/** What a judge says, in one language. English has it first: what it says, every language says. */
export interface VerdictWords {
  /** Items of a list. */
  readonly list: (items: readonly string[]) => string;
  /** Findings one after another, which may be lists. */
  readonly findings: (items: readonly string[]) => string;
  /** All of a few. */
  readonly and: (items: readonly string[]) => string;
  /** Whole sentences one after another. */
  readonly sentences: (items: readonly string[]) => string;
  /** Why a run passed. */
  readonly passed: {
    readonly single: (device: string) => string;
    readonly multi: (devices: readonly string[], announced: readonly string[]) => string;
  };
  readonly rungs: typeof rungs;
  readonly joins: typeof joins;
  readonly causes: typeof causes;
  readonly mends: typeof mends;
}
