import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, cliPath, startCli, writeFiles } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const topology = {
  name: 'tiny',
  segments: { wire: {} },
  nodes: { left: { interfaces: [{ segment: 'wire' }] } },
};
const yaml = `name: tiny
segments: { wire: {} }
nodes:
  left: { interfaces: [{ segment: wire }] }
`;
const problem = (where: string, message: string, next: string) =>
  `error: topology-unreadable\n${where}: ${message}\n  -> ${next}\n`;
const firstVertex = /^flowchart LR\n {2}n0\["left"\]\n/;

describe('a topology', () => {
  it.each([
    ['JSON', 'lab.json', JSON.stringify(topology)],
    ['YAML', 'lab.yaml', yaml],
    ['YAML of the other ending', 'lab.yml', yaml],
    [
      'TypeScript',
      'lab.ts',
      `import type { TopologyInput } from 'subflow';
       const topology: TopologyInput = ${JSON.stringify(topology)};
       export default topology;`,
    ],
    ['a TypeScript module', 'lab.mts', `export default ${JSON.stringify(topology)} as const;`],
    ['JavaScript', 'lab.js', `export default ${JSON.stringify(topology)};`],
    ['a promise', 'lab.mjs', `export default Promise.resolve(${JSON.stringify(topology)});`],
    ['a function', 'lab.mjs', `export default async () => (${JSON.stringify(topology)});`],
    [
      'a built lab',
      'lab.mjs',
      `import { buildLab } from 'subflow'; export default buildLab(${JSON.stringify(topology)}, { provider: 'netns' });`,
    ],
  ])('may be %s', async (_, file, content) => {
    const dir = await tempDir();
    await writeFiles(dir, { [file]: content });
    const { stderr, stdout, exitCode } = await cli(dir, 'graph', file);
    expect(stderr).toBe('');
    expect(stdout).toMatch(firstVertex);
    expect(exitCode).toBe(0);
  });

  it('is the original experiment where none is named', async () => {
    const { stdout } = await cli(await tempDir(), 'graph', '--format', 'dot');
    expect(stdout).toMatch(/^graph "original" \{\n[^]*label="client"/);
  });

  it('is drawn as a picture by --svg, with its nodes, addresses and rates', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'graph', '--svg');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/);
    for (const text of ['client', 'server', '192.168.20.20', '50 Mbit/s']) {
      expect(stdout).toContain(text);
    }
  });

  it.each([
    [
      'missing',
      'none.json',
      null,
      problem(
        'none.json',
        'there is no such file',
        'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
      ),
    ],
    [
      'of an unknown kind',
      'lab.txt',
      '',
      problem(
        'lab.txt',
        'has the unknown ending ".txt"',
        'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
      ),
    ],
    [
      'binary',
      'lab.json',
      Uint8Array.of(123, 0, 125),
      problem(
        'lab.json',
        'is binary, not text',
        'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
      ),
    ],
    [
      'not UTF-8',
      'lab.yaml',
      Uint8Array.of(0xff, 0xfe, 0x41),
      problem(
        'lab.yaml',
        'is not UTF-8 text',
        'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
      ),
    ],
    [
      'broken JSON',
      'lab.json',
      '{\n  "name": "x"\n  "nodes": {}\n}',
      problem(
        'lab.json:3:3',
        "is not JSON: Expected ',' or '}' after property value",
        'Correct the file there.',
      ),
    ],
    [
      'a module without default export',
      'lab.ts',
      'export const lab = 1;',
      problem(
        'lab.ts',
        'has no default export',
        'Export the topology: `export default mptcpLab();`.',
      ),
    ],
    [
      'a program that throws at the terminal',
      'lab.ts',
      `throw new Error('boom\\u001b[2J');`,
      problem('lab.ts', 'cannot be run: Error: boom\\x1b[2J', 'Correct lab.ts.'),
    ],
  ])('that is %s is refused with the next step', async (_, file, content, message) => {
    const dir = await tempDir();
    if (content !== null) await writeFiles(dir, { [file]: content });
    expect(await cli(dir, 'graph', file)).toEqual({ exitCode: 2, stdout: '', stderr: message });
  });

  it('that is broken YAML is refused with the place of every error', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'lab.yaml': 'a: [1\nb: "c\n' });
    const { exitCode, stderr } = await cli(dir, 'graph', 'lab.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^lab\.yaml:2:1: is not YAML: /m);
    expect(stderr).toMatch(/^lab\.yaml:3:1: is not YAML: Missing closing "quote$/m);
  });

  it('that unfolds without end is refused', async () => {
    const dir = await tempDir();
    const bomb = Array.from({ length: 9 }, (_, index) => {
      const items = Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*a${index - 1}`));
      return `a${index}: &a${index} [${items.join(', ')}]`;
    });
    await writeFiles(dir, { 'lab.yaml': bomb.join('\n') });
    const { exitCode, stderr } = await cli(dir, 'graph', 'lab.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('lab.yaml: is not YAML: Excessive alias count');
  });

  it('that buildLab() refuses within the file keeps its own problems', async () => {
    const dir = await tempDir();
    const source = `import { buildLab } from 'subflow'; export default buildLab({ name: 'X' });`;
    await writeFiles(dir, { 'lab.mjs': source });
    const { exitCode, stderr } = await cli(dir, 'graph', 'lab.mjs');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: topology-invalid\n/);
    expect(stderr).toContain('"X"');
  });
});

describe('generate', () => {
  it('writes the original experiment to a directory of its name', async () => {
    const dir = await tempDir();
    const { exitCode, stdout, stderr } = await cli(dir, 'generate');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`created ${join('original', 'lab.json')}\n`);
    const plan = JSON.parse(await readFile(join(dir, 'original/lab.json'), 'utf8')) as unknown;
    expect(plan).toMatchObject({ schemaVersion: 1, name: 'original', provider: 'virtualbox' });
    expect(stdout).toContain(`created ${join('original', 'Vagrantfile')}\n`);
  });

  it('changes nothing the second time', async () => {
    const dir = await tempDir();
    await cli(dir, 'generate', '--out', 'lab');
    const { stdout } = await cli(dir, 'generate', '--out', 'lab', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ dir: 'lab', created: [], changed: [], removed: [] });
  });

  it('--check exits 0 where nothing drifted, and 1 with the difference where something did', async () => {
    const dir = await tempDir();
    await cli(dir, 'generate', '--out', 'lab');
    expect(await cli(dir, 'generate', '--out', 'lab', '--check')).toEqual({
      exitCode: 0,
      stdout: 'lab is up to date\n',
      stderr: '',
    });
    const plan = join(dir, 'lab/lab.json');
    const edited = (await readFile(plan, 'utf8')).replace('"original"', '"copied"');
    await writeFile(plan, edited);
    const drifted = await cli(dir, 'generate', '--out', 'lab', '--check');
    expect(drifted.exitCode).toBe(1);
    expect(drifted.stdout).toContain(`change ${join('lab', 'lab.json')}\n`);
    expect(drifted.stdout).toContain('-  "name": "copied",\n+  "name": "original",\n');
    expect(await readFile(plan, 'utf8')).toBe(edited);
  });

  it('--check writes nothing where there is nothing', async () => {
    const dir = await tempDir();
    expect((await cli(dir, 'generate', '--check')).exitCode).toBe(1);
    expect(await readdir(dir)).toEqual([]);
  });

  it('refuses to overwrite what it did not generate', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'lab/README.md': 'mine' });
    const { exitCode, stderr } = await cli(dir, 'generate', '--out', 'lab');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: foreign-file\n.*README\.md: is in the way/);
    expect(await readdir(join(dir, 'lab'))).toEqual(['README.md']);
  });

  it('is completed by the next run, whenever it was killed', async () => {
    const dir = await tempDir();
    for (let delayMs = 30; delayMs <= 210; delayMs += 20) {
      const child = startCli(dir, ['generate', '--out', 'lab']);
      const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
      await once(child, 'close');
      clearTimeout(timer);
      const other = delayMs % 40 === 10 ? [] : ['tiny.json'];
      await writeFiles(dir, { 'tiny.json': JSON.stringify(topology) });
      expect(await cli(dir, 'generate', ...other, '--out', 'lab')).toMatchObject({ exitCode: 0 });
      expect(await cli(dir, 'generate', ...other, '--out', 'lab', '--check')).toMatchObject({
        exitCode: 0,
      });
      const names = await readdir(join(dir, 'lab'));
      expect(names.filter((name) => name.startsWith('.subflow-tmp'))).toEqual([]);
    }
  });
});

describe('the command line', () => {
  it('refuses an unknown option and suggests the right one', async () => {
    expect(await cli(await tempDir(), 'generate', '--chekc')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: "error: unknown option '--chekc'\n(Did you mean --check?)\n",
    });
  });

  it('refuses a provider there is none of and names those there are', async () => {
    const { exitCode, stderr } = await cli(await tempDir(), 'up', '--provider', 'vmware');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Allowed choices are netns, virtualbox.');
  });

  it('answers misuse in JSON where JSON is asked for', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'graph', '--json', '--format', 'png');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage' } });
  });

  it('answers errors in JSON with every problem', async () => {
    const { stdout } = await cli(await tempDir(), 'graph', 'none.yaml', '--json');
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'topology-unreadable',
        problems: [
          {
            where: 'none.yaml',
            message: 'there is no such file',
            next: 'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
          },
        ],
      },
    });
  });

  it('has help for every verb', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'up', '--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: subflow up /);
  });

  it('says nothing when its reader has seen enough', () => {
    const command = `node ${JSON.stringify(cliPath)} graph --format dot | head -n 1`;
    const shell = spawnSync('bash', ['-o', 'pipefail', '-c', command], { encoding: 'utf8' });
    expect({ stdout: shell.stdout, stderr: shell.stderr, status: shell.status }).toEqual({
      stdout: 'graph "original" {\n',
      stderr: '',
      status: 0,
    });
  });
});

describe('a lab on disk', () => {
  it('is asked for where there is none', async () => {
    const { exitCode, stderr } = await cli(await tempDir(), 'status');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('error: lab-not-running\n.subflow: there is no lab here\n');
  });

  it('is asked for where there are several and none runs', async () => {
    const dir = await tempDir();
    for (const name of ['one', 'two']) await cli(dir, 'generate', '--out', `.subflow/${name}`);
    const { exitCode, stderr } = await cli(dir, 'exec', 'client', '--', 'true');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      `holds several labs: ${join('.subflow', 'one')}, ${join('.subflow', 'two')}\n`,
    );
  });

  it('is not believed when somebody forged its plan', async () => {
    const dir = await tempDir();
    const forged = { schemaVersion: 1, name: '../../evil', provider: 'netns' };
    await writeFiles(dir, { 'lab/lab.json': JSON.stringify(forged) });
    for (const verb of ['status', 'verify']) {
      const { exitCode, stderr } = await cli(dir, verb, '--dir', 'lab');
      expect(exitCode).toBe(2);
      expect(stderr).toContain('lab.json#/name: expected a hostname label, got "../../evil"');
    }
  });

  it('can be drawn from its directory alone', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'lab.json': JSON.stringify(topology) });
    await mkdir(join(dir, 'sub'));
    await cli(dir, 'generate', 'lab.json', '--out', 'sub/lab');
    expect((await cli(dir, 'graph', '--dir', 'sub/lab')).stdout).toMatch(firstVertex);
  });
});
