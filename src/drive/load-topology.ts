import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';
import { LabError } from '../errors.js';
import { parseJson } from './parse-json.js';
import { readText, unreadable } from './read-text.js';

/**
 * Loads what a topology file holds: the value of a `.json`, `.yaml` or `.yml`, or the default export of a
 * `.ts`, `.mts`, `.js` or `.mjs`, called and awaited where it is a function or a promise. Nothing is
 * checked of the value. `subflow` may be imported from anywhere: it is the package that loads.
 *
 * @throws LabError `topology-unreadable`, and what the module itself throws of its kind
 */
export async function loadTopology(file: string): Promise<unknown> {
  const extension = extname(file).toLowerCase();
  if (extension === '.json') return parseJson(file, await readText(file));
  if (extension === '.yaml' || extension === '.yml') return loadYaml(file);
  if (['.ts', '.mts', '.js', '.mjs'].includes(extension)) return loadModule(file);
  throw unreadable(file, `has the unknown ending ${JSON.stringify(extension)}`);
}

async function loadYaml(file: string): Promise<unknown> {
  const { parseYaml } = await import('./parse-yaml.js');
  return parseYaml(file, await readText(file));
}

async function loadModule(file: string): Promise<unknown> {
  await readText(file);
  let topology: unknown;
  try {
    topology = await defaultExport(resolve(file));
  } catch (error) {
    throw explain(file, error);
  }
  if (topology !== undefined) return topology;
  throw unreadable(
    file,
    'has no default export',
    'Export the topology: `export default mptcpLab();`.',
  );
}

async function defaultExport(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const self = createRequire(import.meta.url).resolve('subflow');
  const jiti = createJiti(import.meta.url, {
    alias: { subflow: self },
    interopDefault: false,
    // It would lie in /tmp, where others could write what we run.
    fsCache: false,
  });
  const module = await jiti.import<{ default?: unknown }>(path);
  const exported = module.default;
  return typeof exported === 'function' ? await (exported as () => unknown)() : exported;
}

/** The user's program failed, or subflow in it: the latter explains itself. */
function explain(file: string, error: unknown): Error {
  if (error instanceof Error && error.name === 'LabError' && 'problems' in error) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new LabError(
    'topology-unreadable',
    [{ where: file, message: `cannot be run: ${message}`, next: `Correct ${file}.` }],
    { cause: error },
  );
}
