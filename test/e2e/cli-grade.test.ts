import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/cli/grade/compare.js';
import { cli, writeFiles } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const lab = (which: string) =>
  fileURLToPath(
    new URL(`../../examples/broken/mptcp/subflow-limit-on-server/${which}.yaml`, import.meta.url),
  );

async function graded(file: string, expected: string) {
  const { exitCode, stdout, stderr } = await cli(
    await tempDir(),
    ...['grade', file, '--expect', expected, '--json'],
  );
  const { right, of, marks } = JSON.parse(stdout) as { right: number; of: number; marks: Mark[] };
  return { exitCode, right, of, marks, stderr };
}

const labsLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith('subflow-grade-'));

describe('grade', () => {
  it('takes a mended lab for right, by what it proves', async () => {
    const { exitCode, right, of } = await graded(lab('mended'), lab('mended'));
    expect({ exitCode, right, of }).toEqual({ exitCode: 0, right: 2, of: 2 });
  });

  it('tells what a broken lab proves instead, and leaves nothing of it', async () => {
    const before = labsLeft();
    const { exitCode, right, marks } = await graded(lab('broken'), lab('mended'));
    expect({ exitCode, right }).toEqual({ exitCode: 1, right: 0 });
    expect(marks.map(({ found }) => found)).toEqual([
      'fail over 2 path(s)',
      'mptcp/subflow-limit-on-server',
    ]);
    expect(labsLeft()).toEqual(before);
  });

  it('takes verdicts without a solution, and no rule that the student switched off', async () => {
    const dir = await tempDir();
    const off = 'lint: { mptcp/subflow-limit-on-server: { severity: off, reason: hidden } }\n';
    const verdicts = { 'multi-subflow': { status: 'fail', paths: 2 } };
    await writeFiles(dir, {
      'lab.yaml': off + readFileSync(lab('broken'), 'utf8'),
      'expected.json': JSON.stringify({
        experiments: verdicts,
        rules: ['mptcp/subflow-limit-on-server'],
      }),
    });
    const { exitCode, right } = await graded(`${dir}/lab.yaml`, `${dir}/expected.json`);
    expect({ exitCode, right }).toEqual({ exitCode: 0, right: 2 });
  });

  it('finds in a solution what its author switched off there, as in the same lab of a student', async () => {
    const dir = await tempDir();
    const off = 'lint: { mptcp/subflow-limit-on-server: { severity: off, reason: on purpose } }\n';
    await writeFiles(dir, { 'lab.yaml': off + readFileSync(lab('broken'), 'utf8') });
    const { exitCode, marks } = await graded(lab('broken'), `${dir}/lab.yaml`);
    expect(marks.map(({ expected }) => expected)).toContain('mptcp/subflow-limit-on-server');
    expect(exitCode).toBe(0);
  });

  it('grades what is no lab, and runs no program', async () => {
    const dir = await tempDir();
    await writeFiles(dir, {
      'none.yaml': 'name: none\n',
      'lab.mjs': "throw new Error('it ran');",
      'expected.json': '{"experiments":{"multi-subflow":{"status":"pass"}}}',
    });
    const none = await graded(`${dir}/none.yaml`, `${dir}/expected.json`);
    expect({ exitCode: none.exitCode, right: none.right }).toEqual({ exitCode: 1, right: 0 });
    const args = ['grade', `${dir}/lab.mjs`, '--expect', `${dir}/expected.json`];
    const { exitCode, stderr } = await cli(dir, ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is a program');
  });
});
