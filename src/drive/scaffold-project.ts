import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { LabError, type Problem } from '../errors.js';
import { parseJson } from './parse-json.js';
import { makeDirectory } from './make-directory.js';
import { replaceFile } from './replace-file.js';

const script = 'lab:recreate';
const command = 'subflow recreate lab.ts';
const labFile = `import { mptcpLab } from 'subflow';

// A client with two NICs, a router, a server. Make it your own: \`npx subflow graph lab.ts\` draws it.
export default mptcpLab();
`;

interface PackageJson {
  readonly name?: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Adds `lab.ts` and the npm script `lab:recreate` to the project in `dir`, making it one where it is
 * none. Answers what it did, in words.
 *
 * @throws LabError `foreign-file` before anything is written, where either is there and different
 */
export async function scaffoldProject(dir: string, version: string): Promise<readonly string[]> {
  const labPath = join(dir, 'lab.ts');
  const packagePath = join(dir, 'package.json');
  const [lab, text] = [await readIfThere(labPath), await readIfThere(packagePath)];
  const manifest = text === null ? null : parsePackage(packagePath, text);
  refuse([...labProblems(labPath, lab), ...scriptProblems(packagePath, manifest)]);
  await makeDirectory(dir);
  const wanted = formatLike(text, withLab(manifest ?? freshPackage(dir), version));
  return [await put(labPath, lab, labFile), await put(packagePath, text, wanted)];
}

async function readIfThere(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

function parsePackage(file: string, text: string): PackageJson {
  const value = parseJson(file, text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new LabError('topology-unreadable', [
    { where: file, message: 'is not a JSON object', next: 'Correct it, then run init again.' },
  ]);
}

function labProblems(where: string, lab: string | null): Problem[] {
  if (lab === null || lab === labFile) return [];
  const next = 'Keep it and call `subflow recreate lab.ts`, or move it away and run init again.';
  return [{ where, message: 'is there already and is not overwritten', next }];
}

function scriptProblems(where: string, manifest: PackageJson | null): Problem[] {
  const there = manifest?.scripts?.[script];
  if (there === undefined || there === command) return [];
  const message = `has the script ${script} already: ${JSON.stringify(there)}`;
  return [{ where, message, next: `Rename that script, or make it \`${command}\`.` }];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new LabError('foreign-file', problems);
}

/** A package name npm takes, whatever the directory is called. */
function freshPackage(dir: string): PackageJson {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return {
    name: name === 'subflow' || name === '' ? 'lab' : name,
    private: true,
    type: 'module',
  };
}

function withLab(manifest: PackageJson, version: string): PackageJson {
  const scripts = { ...manifest.scripts, [script]: command };
  if (manifest.dependencies?.['subflow'] ?? manifest.devDependencies?.['subflow']) {
    return { ...manifest, scripts };
  }
  const devDependencies = { ...manifest.devDependencies, subflow: `^${version}` };
  return { ...manifest, scripts, devDependencies };
}

/** With the indentation the file has. */
function formatLike(text: string | null, manifest: PackageJson): string {
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text ?? '')?.[1] ?? '  ';
  return JSON.stringify(manifest, null, indent) + '\n';
}

async function put(file: string, before: string | null, after: string): Promise<string> {
  if (before === after) return `${file} is as it should be`;
  await replaceFile(file, after, { temporary: `${file}.subflow-tmp` });
  return `${before === null ? 'created' : 'changed'} ${file}`;
}
