import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, writeFiles } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const tiny = JSON.stringify({
  name: 'tiny',
  segments: { wire: {} },
  nodes: { left: { interfaces: [{ segment: 'wire' }] } },
});

describe('a lab on disk', () => {
  it('is found though its neighbours cannot be read, which is said', async () => {
    const dir = await tempDir();
    const nonsense = { '.subflow/zz/lab.json': '{ nonsense', '.subflow/yy/lab.json': '{}' };
    await writeFiles(dir, { 'tiny.json': tiny, ...nonsense });
    await cli(dir, 'up', 'tiny.json');
    const status = await cli(dir, 'status');
    const destroyed = await cli(dir, 'destroy');
    expect(status.stdout).toMatch(/^tiny in \S+: running/);
    expect(status.stderr).toContain(`warning: ${join('.subflow', 'zz')} is passed over: `);
    expect(status.stderr).toContain(`warning: ${join('.subflow', 'yy')} is passed over: `);
    expect(status.exitCode).toBe(0);
    expect(destroyed).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^tiny is/) as string,
    });
  });

  it('is destroyed though its plan is gone, with --dir and without', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'tiny.json': tiny });
    for (const args of [[], ['--dir', '.subflow/tiny']]) {
      await cli(dir, 'up', 'tiny.json');
      await rm(join(dir, '.subflow/tiny/lab.json'));
      const { exitCode, stdout } = await cli(dir, 'destroy', ...args);
      expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
      expect(stdout).toMatch(/^tiny is gone/);
      await rm(join(dir, '.subflow'), { recursive: true });
    }
  });

  it('is destroyed though its plan is nonsense', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'lab/lab.json': '{ nonsense' });
    expect(await cli(dir, 'destroy', '--dir', 'lab')).toMatchObject({ exitCode: 0 });
  });

  it('is refused where its state leads elsewhere', async () => {
    const dir = await tempDir();
    await cli(dir, 'generate', '--out', 'lab');
    await symlink('/', join(dir, 'lab/.state'));
    const { exitCode, stderr } = await cli(dir, 'destroy', '--dir', 'lab');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error: foreign-file\n');
  });
});
