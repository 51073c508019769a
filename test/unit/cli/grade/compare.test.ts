import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/cli/grade/compare.js';
import type { Proof } from '../../../../src/cli/grade/run-submission.js';

const nothing: Proof = { verdicts: [], findings: [], rules: [], problems: [] };
const expected = { experiments: [], rules: [], inputs: [] };
const rightOf = (...args: Parameters<typeof compare>) =>
  compare(...args).map(({ what, isRight }) => [what, isRight]);

describe('what is expected of a lab', () => {
  it('may be to have no finding, and no experiment', () => {
    expect(rightOf(expected, [], nothing)).toEqual([['findings', true]]);
  });

  it('is not had by what is no lab', () => {
    const problems = [{ where: '/nodes', message: 'is missing', next: 'Add it.' }];
    const pass = { name: 'multi-subflow', status: 'pass', paths: 2 } as const;
    const marks = compare({ ...expected, experiments: [pass] }, null, { ...nothing, problems });
    expect(marks).toMatchObject([
      { what: 'multi-subflow', isRight: false, reason: 'is missing' },
      { what: 'findings', isRight: false, reason: 'there is no lab to lint' },
    ]);
  });

  it('may be a finding, which then must be there', () => {
    const wanted = { ...expected, rules: ['link/burst'] };
    expect(rightOf(wanted, [], nothing)).toEqual([['findings', false]]);
    expect(rightOf(wanted, [], { ...nothing, rules: ['link/burst'] })).toEqual([
      ['findings', true],
    ]);
  });
});
