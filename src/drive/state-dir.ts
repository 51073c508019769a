import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '../errors.js';
import { isMissing } from './missing-file.js';

/**
 * Where a lab's directory keeps what is no source: its lock and what runs of it. Only a directory of
 * its own will do: a symbolic link, from a cloned repository say, would lead to somebody else's.
 *
 * @throws LabError `foreign-file`
 */
export function stateDir(dir: string): string {
  const path = join(dir, '.state');
  const kind = kindOf(path);
  if (kind === 'directory' || kind === 'none') return path;
  throw new LabError('foreign-file', [
    {
      where: path,
      message:
        kind === 'link'
          ? 'is a symbolic link, which is never followed'
          : 'is in the way of the directory for the state of the lab',
      next: 'Move it away, or choose another directory.',
    },
  ]);
}

/** Whether anything was ever up in the directory. */
export function hasStateDir(dir: string): boolean {
  return kindOf(stateDir(dir)) === 'directory';
}

/** The providers of which a lab was up in the directory: each keeps its state in a file of its name. */
export function providersIn(dir: string): string[] {
  const path = join(dir, '.state');
  if (kindOf(path) !== 'directory') return [];
  return readdirSync(path).flatMap((name) => /^([a-z]+)\.json$/.exec(name)?.[1] ?? []);
}

function kindOf(path: string): 'directory' | 'link' | 'other' | 'none' {
  try {
    const stats = lstatSync(path);
    if (stats.isDirectory()) return 'directory';
    return stats.isSymbolicLink() ? 'link' : 'other';
  } catch (error) {
    if (isMissing(error)) return 'none';
    throw error;
  }
}
