import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runFile = promisify(execFile);

/** Runs npm in a directory; the lab's output of scripts is on stdout. */
export function npm(cwd: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return runFile('npm', args, { cwd, maxBuffer: 2 ** 26 });
}

/** Packs the built package into `dir`, as `npm publish` would, and answers the tarball's path. */
export async function packInto(dir: string): Promise<string> {
  const { stdout } = await npm(
    root,
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    dir,
  );
  const [packed] = JSON.parse(stdout) as [{ filename: string }];
  return join(dir, packed.filename);
}

/** Installs the tarball as a user would. */
export async function install(cwd: string, tarball: string, ...flags: string[]): Promise<void> {
  const quick = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await npm(cwd, 'install', ...quick, ...flags, tarball);
}

/** The TypeScript compiler and Node's types of this repository, for the projects of tests. */
export const tsc = join(root, 'node_modules/typescript/lib/tsc.js');
export const typeRoots = join(root, 'node_modules/@types');
