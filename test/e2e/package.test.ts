import { Ajv } from 'ajv';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { writeFiles } from '../helpers/cli.js';
import { install, npm, packInto, tsc, typeRoots } from '../helpers/packed.js';
import { tempDir } from '../helpers/temp-dir.js';

const run = promisify(execFile);

const json = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as object;

const script = `import { buildLab, mptcpLab, LabError, type BuiltLab, type Plan, type Verdict } from 'subflow';

const lab: BuiltLab = buildLab({ ...mptcpLab(), name: 'typed' }, { provider: 'netns' });
const plan: Plan = lab.plan;
// @ts-expect-error a plan cannot be changed
export const rename = () => (plan.name = 'other');
// @ts-expect-error a node without interfaces is no node
const refused = () => buildLab({ name: 'x', segments: {}, nodes: { a: {} } });
export const judge = (verdicts: readonly Verdict[]) => verdicts.map(({ status }) => status);
try {
  refused();
} catch (error) {
  if (error instanceof LabError) console.log(error.code);
}
console.log(plan.name, plan.nodes.length, lab.artifacts.some(({ path }) => path === 'lab.json'));
`;

it('installs from its tarball, type-checks and runs a script, and has a command', async () => {
  const [store, project] = [await tempDir(), await tempDir()];
  await writeFiles(project, {
    'package.json': JSON.stringify({ name: 'user', private: true, type: 'module' }),
    'script.ts': script,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        target: 'ES2023',
        lib: ['ES2023', 'ESNext.Disposable'],
        strict: true,
        exactOptionalPropertyTypes: true,
        typeRoots: [typeRoots],
        types: ['node'],
        outDir: 'out',
      },
      files: ['script.ts'],
    }),
  });
  await install(project, await packInto(store));

  await run(process.execPath, [tsc, '-p', '.'], { cwd: project });
  const { stdout } = await run(process.execPath, ['out/script.js'], { cwd: project });
  expect(stdout).toBe('topology-invalid\ntyped 3 true\n');

  const schemaFile = createRequire(join(project, 'x.js')).resolve('subflow/lab.schema.json');
  const validate = new Ajv({ allowUnionTypes: true }).compile(await json(schemaFile));
  expect(validate(await json('examples/original/lab.json')), JSON.stringify(validate.errors)).toBe(
    true,
  );
  expect(validate({ name: 'no nodes' })).toBe(false);

  const graph = await npm(project, 'exec', '--offline', '--', 'subflow', 'graph');
  expect(graph.stdout).toMatch(/^flowchart LR\n/);
});

it('holds what it needs and no sources, tests or settings', async () => {
  const [store, project] = [await tempDir(), await tempDir()];
  await install(project, await packInto(store));
  const installed = await readdir(join(project, 'node_modules/subflow'));
  expect(installed).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'dist', 'package.json']),
  );
  for (const name of ['src', 'test', 'examples', 'bench', 'tsconfig.json', '.ci']) {
    expect(installed).not.toContain(name);
  }
  // `subflow explain` prints them.
  expect(await readdir(join(project, 'node_modules/subflow/docs'))).toEqual(['rules']);
  const dist = await readdir(join(project, 'node_modules/subflow/dist'));
  expect(dist).toEqual(
    expect.arrayContaining(['THIRD-PARTY-LICENSES', 'cli', 'index.js', 'lab.schema.json', 'types']),
  );
});
