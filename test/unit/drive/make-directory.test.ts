import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDirectory } from '../../../src/drive/make-directory.js';
import { tempDir } from '../../helpers/temp-dir.js';

it('makes a directory with those above it, twice', async () => {
  const dir = join(await tempDir(), 'a', 'b', 'c');
  await makeDirectory(dir);
  await makeDirectory(dir);
  expect((await stat(dir)).isDirectory()).toBe(true);
});

it('says so where a file is in the way', async () => {
  const file = join(await tempDir(), 'file');
  await writeFile(file, '');
  await expect(makeDirectory(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeDirectory(join(file, 'below'))).rejects.toMatchObject({ code: 'EEXIST' });
});

it('comes to an end below /proc, where nothing can be made', async () => {
  await expect(makeDirectory('/proc/nothing/here')).rejects.toMatchObject({ code: 'ENOENT' });
});
