import { execFile, execFileSync } from 'node:child_process';
import { lstat, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeOut } from '../../../src/cli/write-out.js';
import { tempDir } from '../../helpers/temp-dir.js';

test('a file is made, and made anew', async () => {
  const file = join(await tempDir(), 'report.html');
  await writeOut(file, 'one');
  await writeOut(file, 'two');
  expect(await readFile(file, 'utf8')).toBe('two');
});

test('a link stays, and what it leads to has the text', async () => {
  const dir = await tempDir();
  const [file, link] = [join(dir, 'report.html'), join(dir, 'latest.html')];
  await writeFile(file, 'old');
  await symlink('report.html', link);
  await writeOut(link, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test('a pipe is written to, as a device would be, and not replaced', async () => {
  const pipe = join(await tempDir(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = promisify(execFile)('cat', [pipe]);
  await writeOut(pipe, 'text');
  expect((await reader).stdout).toBe('text');
  expect((await lstat(pipe)).isFIFO()).toBe(true);
});

test('a directory is not written to', async () => {
  await expect(writeOut(await tempDir(), 'text')).rejects.toThrow('EISDIR');
});
