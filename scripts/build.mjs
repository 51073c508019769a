// Bundles the library and the command line into dist/, and writes their type declarations.
// One bundle starts in half the time of a hundred modules (docs/decisions/0003).
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const at = (path) => new URL(path, root);
const { dependencies } = JSON.parse(await readFile(at('package.json'), 'utf8'));

await rm(at('dist/'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root.pathname,
  entryPoints: ['src/index.ts', 'src/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // ssh2 looks for compiled helpers, and does without.
  external: [...Object.keys(dependencies), 'cpu-features', '*.node'],
  metafile: true,
  legalComments: 'none',
  // Bundled CommonJS packages call require() for Node's own modules, and ask where they are.
  define: { __dirname: 'subflowDirectory' },
  banner: {
    js: "import { createRequire as subflowCreateRequire } from 'node:module'; const require = subflowCreateRequire(import.meta.url); const subflowDirectory = import.meta.dirname;",
  },
});
await chmod(at('dist/cli/main.js'), 0o755);
await copyFile(at('src/model/lab.schema.json'), at('dist/lab.schema.json'));
await writeFile(at('dist/THIRD-PARTY-LICENSES'), await licences(Object.keys(metafile.inputs)));
execFileSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('typescript/lib/tsc.js'), '-p', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
);
await copyFile(
  at('src/model/generated/validate-topology.d.ts'),
  at('dist/types/model/generated/validate-topology.d.ts'),
);

/** The licence of every package in the bundles, as their terms ask. */
async function licences(inputs) {
  const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const packages = [...new Set(names.filter(Boolean))].sort();
  const texts = await Promise.all(packages.map((name) => licence(name)));
  return texts.join('\n');
}

async function licence(name) {
  const manifest = JSON.parse(await readFile(at(`node_modules/${name}/package.json`), 'utf8'));
  const files = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'license.md', 'LICENCE'];
  const texts = await Promise.all(
    files.map((file) => readFile(at(`node_modules/${name}/${file}`), 'utf8').catch(() => '')),
  );
  return `${name}@${manifest.version} (${manifest.license})\n\n${texts.find(Boolean) ?? ''}\n`;
}
