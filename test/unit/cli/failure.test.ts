import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/cli/failure.js';
import { LabError } from '../../../src/errors.js';

const reason = new Error('interrupted by SIGINT');
const problem = { where: 'pid 7', message: 'may not be ended', next: 'End it as root.' };

describe('a failure after an interrupt', () => {
  it('is the interrupt, where that stopped the work', () => {
    expect(failureOf(reason, { exitCode: 130, reason })).toMatchObject({
      exitCode: 130,
      code: 'interrupted',
      text: 'interrupted',
    });
  });

  it('keeps its own problems where something else went wrong', () => {
    const error = new LabError('command-failed', [problem]);
    const failure = failureOf(error, { exitCode: 130, reason });
    expect(failure).toMatchObject({ exitCode: 130, code: 'interrupted' });
    expect(failure.problems).toContainEqual(problem);
    expect(failure.text).toContain('pid 7: may not be ended\n  -> End it as root.');
  });
});
