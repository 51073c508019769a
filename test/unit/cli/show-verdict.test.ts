import { describe, expect, it } from 'vitest';
import { exitCodeOfVerdicts } from '../../../src/cli/exit-code.js';
import { showVerdict } from '../../../src/cli/show-verdict.js';
import { terminalOf } from '../../../src/cli/terminal.js';
import type { Verdict, VerdictStatus } from '../../../src/model/verdict.js';

const plain = terminalOf(process, { TERM: 'dumb' });

const failed: Verdict = {
  experiment: 'two-paths',
  kind: 'multi-subflow',
  status: 'fail',
  reason: 'enp0s8 carried no payload',
  diagnosis: [
    {
      ...{ id: 'no-source-rule', certainty: 'certain', cause: 'No rule for 192.168.20.20.' },
      mend: [{ where: 'client', line: 'ip rule add from 192.168.20.20 table 100' }],
    },
  ],
  degraded: ['client: the kernel has no netem'],
  rungs: [
    { id: 'mp-join', status: 'pass', expected: '1', measured: '1 join', reason: '' },
    {
      id: 'path-payload',
      status: 'fail',
      expected: 'payload on enp0s3 and enp0s8',
      measured: 'enp0s8: 0 bytes',
      reason: 'no policy routing',
    },
  ],
  figures: {
    payloadBytes: { enp0s3: 31_200_000, enp0s8: 0 },
    goodputMbit: 47.04,
    summedRateMbit: 100,
    ratio: 0.4704,
    headerLimit: 0.9406,
  },
};

const withStatus = (status: VerdictStatus): Verdict => ({ ...failed, status });

describe('a verdict for people', () => {
  it('has status, reason, every rung and the figures', () => {
    expect(showVerdict(failed, plain)).toBe(
      [
        'two-paths (multi-subflow): FAIL',
        '  enp0s8 carried no payload',
        '  mp-join         pass  1 join',
        '  path-payload    fail  enp0s8: 0 bytes',
        '      expected: payload on enp0s3 and enp0s8',
        '      no policy routing',
        '  certain cause: No rule for 192.168.20.20.',
        '      client: ip rule add from 192.168.20.20 table 100',
        '  degraded: client: the kernel has no netem',
        '  payload: enp0s3 31.20 MB, enp0s8 0.00 MB',
        '  goodput: 47.0 Mbit/s of 100 Mbit/s summed: ratio 0.470, headers leave 0.9406 at best',
        '',
      ].join('\n'),
    );
  });

  it('leaves out the goodput that was not measured', () => {
    const figures = { ...failed.figures, goodputMbit: null, ratio: null };
    expect(showVerdict({ ...failed, figures }, plain)).not.toContain('goodput');
  });
});

describe('the exit code of verdicts', () => {
  it.each<[number, VerdictStatus[]]>([
    [0, []],
    [0, ['pass', 'pass']],
    [4, ['pass', 'inconclusive']],
    [1, ['inconclusive', 'fail']],
  ])('is %i for %j', (exitCode, statuses) => {
    expect(exitCodeOfVerdicts(statuses.map(withStatus))).toBe(exitCode);
  });
});
