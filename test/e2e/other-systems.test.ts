import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultOf, startCli } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const preload = new URL('programs/other-system.mjs', import.meta.url).href;

describe.each(['darwin', 'win32'])('on %s', (system) => {
  const variables = { SYSTEM: system, NODE_OPTIONS: `--import ${preload}` };
  const subflow = (dir: string, ...args: string[]) => resultOf(startCli(dir, args, variables));

  it.each(['netns', 'virtualbox'])(
    'generate writes the files for %s, and lint reads them',
    async (provider) => {
      const dir = await tempDir();
      expect(await subflow(dir, 'generate', '--provider', provider)).toMatchObject({
        exitCode: 0,
        stderr: '',
      });
      expect(await readdir(join(dir, 'original'))).toContain('lab.json');
      expect(await subflow(dir, 'lint', '--dir', 'original')).toMatchObject({ exitCode: 0 });
      const check = ['generate', '--provider', provider, '--check'];
      expect(await subflow(dir, ...check)).toMatchObject({ exitCode: 0 });
    },
  );

  it.each(['mermaid', 'dot', 'svg'])('graph draws %s', async (format) => {
    const { exitCode, stderr } = await subflow(await tempDir(), 'graph', '--format', format);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('doctor says that namespaces are of Linux', async () => {
    const { exitCode, stdout } = await subflow(await tempDir(), 'doctor', '--provider', 'netns');
    expect(stdout).toContain(`namespaces are Linux's, and this is ${system}`);
    expect(exitCode).toBe(3);
  });
});
