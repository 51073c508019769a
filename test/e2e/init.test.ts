import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, writeFiles } from '../helpers/cli.js';
import { install, npm, packInto } from '../helpers/packed.js';
import { tempDir } from '../helpers/temp-dir.js';

const text = (...parts: string[]) => readFile(join(...parts), 'utf8');

describe('init', () => {
  it('makes a project whose npm run lab:recreate ends with both verdicts', async () => {
    const [store, parent] = [await tempDir(), await tempDir()];
    const tarball = await packInto(store);
    const scaffolded = await cli(parent, 'init', 'project');
    expect(scaffolded).toMatchObject({ exitCode: 0, stderr: '' });
    const project = join(parent, 'project');
    await install(project, tarball, '--save-dev');
    try {
      const { stdout } = await npm(project, 'run', 'lab:recreate');
      expect(stdout).toContain('single-subflow (single-subflow): PASS');
      expect(stdout).toContain('multi-subflow (multi-subflow): PASS');
    } finally {
      await cli(project, 'destroy');
    }
  });

  it('says what it did and what comes next', async () => {
    const parent = await tempDir();
    expect(await cli(parent, 'init', 'My Lab')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: [
        `created ${join('My Lab', 'lab.ts')}`,
        `created ${join('My Lab', 'package.json')}`,
        '  -> cd "My Lab" && npm install && npm run lab:recreate',
        '',
      ].join('\n'),
    });
    const manifest = JSON.parse(await text(parent, 'My Lab/package.json')) as unknown;
    expect(manifest).toMatchObject({
      name: 'my-lab',
      private: true,
      type: 'module',
      scripts: { 'lab:recreate': 'subflow recreate lab.ts' },
      devDependencies: { subflow: expect.stringMatching(/^\^\d/) as string },
    });
  });

  it('keeps what a package.json holds, and its indentation', async () => {
    const dir = await tempDir();
    const before = {
      name: 'mine',
      scripts: { test: 'x' },
      dependencies: { subflow: 'file:../subflow' },
    };
    await writeFiles(dir, { 'package.json': JSON.stringify(before, null, '\t') + '\n' });
    expect((await cli(dir, 'init')).stdout).toContain('changed package.json\n');
    const scripts = { test: 'x', 'lab:recreate': 'subflow recreate lab.ts' };
    expect(await text(dir, 'package.json')).toBe(
      JSON.stringify({ ...before, scripts }, null, '\t') + '\n',
    );
  });

  it('changes nothing the second time', async () => {
    const dir = await tempDir();
    await cli(dir, 'init');
    expect((await cli(dir, 'init')).stdout).toContain(
      'lab.ts is as it should be\npackage.json is as it should be\n',
    );
  });

  it('refuses a lab and a script of somebody else, both at once, and writes nothing', async () => {
    const dir = await tempDir();
    const manifest = JSON.stringify({ scripts: { 'lab:recreate': 'make lab' } });
    await writeFiles(dir, { 'lab.ts': 'mine', 'package.json': manifest });
    const { exitCode, stderr } = await cli(dir, 'init');
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      [
        'error: foreign-file',
        'lab.ts: is there already and is not overwritten',
        '  -> Keep it and call `subflow recreate lab.ts`, or move it away and run init again.',
        'package.json: has the script lab:recreate already: "make lab"',
        '  -> Rename that script, or make it `subflow recreate lab.ts`.',
        '',
      ].join('\n'),
    );
    expect(await text(dir, 'lab.ts')).toBe('mine');
    expect(await text(dir, 'package.json')).toBe(manifest);
  });

  it('refuses a package.json it cannot read', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'package.json': '{ "name": "x", }' });
    const { exitCode, stderr } = await cli(dir, 'init');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: topology-unreadable\npackage\.json:1:16: is not JSON: /);
  });
});
