import { mkdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { failureOf } from '../../../src/cli/failure.js';
import { fileProblem } from '../../../src/cli/file-problem.js';

it('tells a path nobody can write to from a fault of subflow', async () => {
  const error: unknown = await mkdir('/proc/nothing').catch((reason: unknown) => reason);
  expect(failureOf(error, null)).toMatchObject({ exitCode: 2, code: 'file-unusable' });
  expect(fileProblem(error)).toEqual({
    where: '/proc/nothing',
    message: 'there is no such directory (ENOENT)',
    next: 'Name a place you can write to: --dir DIR for the lab, --out DIR for `generate`.',
  });
});

it('leaves every other error as it is', () => {
  expect(fileProblem(new TypeError('nothing to do with files'))).toBeNull();
  expect(fileProblem(undefined)).toBeNull();
});
