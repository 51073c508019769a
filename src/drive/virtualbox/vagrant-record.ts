import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Vagrant's own directory, see developer.hashicorp.com/vagrant/docs/other/environmental-variables. */
export function vagrantHome(env: NodeJS.ProcessEnv = process.env): string {
  return env['VAGRANT_HOME'] ? resolve(env['VAGRANT_HOME']) : join(homedir(), '.vagrant.d');
}

/** The ids that Vagrant has on record for a machine of the Vagrantfile in a directory. */
export function recordedIds(dir: string, machine: string, env = process.env): string[] {
  return dataDirectories(dir, machine, env).flatMap((data) => {
    const id = textOf(join(data, 'machines', machine, 'virtualbox', 'id'))?.trim();
    return id ? [id] : [];
  });
}

/** The ids of all machines that Vagrant has on record, of whatever Vagrantfile. */
export function recordedAnywhere(env = process.env): Set<string> {
  const ids = indexEntries(vagrantHome(env)).flatMap(({ name = '', local_data_path: data }) => {
    const file = data && join(data, 'machines', name, 'virtualbox', 'id');
    return file ? (textOf(file)?.trim() ?? []) : [];
  });
  return new Set(ids);
}

/** `.vagrant`, or where VAGRANT_DOTFILE_PATH had it put; Vagrant's index of all machines knows. */
function dataDirectories(dir: string, machine: string, env: NodeJS.ProcessEnv): string[] {
  const chosen = env['VAGRANT_DOTFILE_PATH'];
  const indexed = indexEntries(vagrantHome(env))
    .filter((entry) => entry.vagrantfile_path === dir && entry.name === machine)
    .flatMap(({ local_data_path: path }) => path ?? []);
  const all = [join(dir, '.vagrant'), ...(chosen ? [resolve(dir, chosen)] : []), ...indexed];
  return [...new Set(all)];
}

interface IndexEntry {
  readonly name?: string;
  readonly local_data_path?: string;
  readonly vagrantfile_path?: string;
}

function indexEntries(home: string): IndexEntry[] {
  try {
    const text = textOf(join(home, 'data', 'machine-index', 'index')) ?? '{}';
    const { machines = {} } = JSON.parse(text) as { machines?: Record<string, IndexEntry> };
    return Object.values(machines);
  } catch {
    return [];
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
