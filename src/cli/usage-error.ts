import type { Problem } from '../errors.js';

/** Options that parse and make no sense together. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
