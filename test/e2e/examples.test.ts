import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadTopology } from '../../src/drive/load-topology.js';
import { buildLab, mptcpLab, type TopologyInput } from '../../src/index.js';
import { cli } from '../helpers/cli.js';
import { bundleProgram } from '../helpers/run-program.js';
import { tempDir } from '../helpers/temp-dir.js';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Those of examples/broken have tests of their own. */
const names = (await readdir(examples)).filter((name) => name !== 'broken');

describe.each(names)('the example %s', (name) => {
  it('comes up and passes every verdict', async () => {
    const topology = (await loadTopology(join(examples, name, 'lab.ts'))) as TopologyInput;
    const lab = buildLab(topology, { provider: 'netns' });
    const dir = await tempDir();
    await using running = await lab.up({ dir });
    const verdicts = await lab.verify({ dir: running.dir });
    expect(verdicts.map(({ experiment }) => experiment)).toEqual(
      lab.plan.experiments.map((experiment) => experiment.name),
    );
    expect(verdicts.filter(({ status }) => status !== 'pass')).toEqual([]);
  });

  it('has a README with the command that runs it', async () => {
    const readme = await readFile(join(examples, name, 'README.md'), 'utf8');
    expect(readme).toContain(`subflow recreate examples/${name}/lab.ts`);
  });
});

describe('the original example', () => {
  it('is the same in JSON', async () => {
    const text = await readFile(join(examples, 'original', 'lab.json'), 'utf8');
    const { $schema, ...topology } = JSON.parse(text) as TopologyInput;
    expect($schema).toMatch(/lab\.schema\.json$/);
    expect(topology).toEqual(mptcpLab());
  });
});

describe('the Vagrant directory of the original example', () => {
  it('is what generate makes of its topology today', async () => {
    const vagrant = ['--out', join(examples, 'original/vagrant')];
    const lab = join(examples, 'original/lab.ts');
    const checked = await cli(await tempDir(), 'generate', lab, ...vagrant, '--check');
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

describe('the twelve lines of the README', () => {
  it('run', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const [, code = ''] = /```ts\n([^]*?)```/.exec(readme) ?? [];
    expect(code.trim().split('\n')).toHaveLength(12);
    const program = await bundleProgram({ contents: code, loader: 'ts', resolveDir: examples });
    const { stdout } = await promisify(execFile)('node', [program], { cwd: await tempDir() });
    expect(stdout).toContain('1 received');
    expect(stdout).toMatch(/^single-subflow pass /m);
    expect(stdout).toMatch(/^multi-subflow pass /m);
  });
});
