import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLabIdOf } from '../lab-id.js';
import { makeDirectory } from '../make-directory.js';
import { isMissing } from '../missing-file.js';
import { stateDir } from '../state-dir.js';

/** What `up` leaves as `.state/virtualbox.json`. A lab that plain `vagrant up` made has none. */
export interface VirtualboxState {
  readonly schemaVersion: 1;
  readonly labId: string;
  /** Whether `up` came to its end; what it did not finish is begun anew. */
  readonly complete: boolean;
}

/** What was written last, or null when there is none or it is another directory's. */
export function readState(dir: string): VirtualboxState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFile(dir), 'utf8'));
    return isState(state) && isLabIdOf(state.labId, dir) ? state : null;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Replaces it in one step. */
export async function writeState(dir: string, state: VirtualboxState): Promise<void> {
  const file = stateFile(dir);
  await makeDirectory(stateDir(dir));
  await rm(`${file}.new`, { force: true });
  await writeFile(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { flag: 'wx' });
  await rename(`${file}.new`, file);
}

export async function removeState(dir: string): Promise<void> {
  for (const file of [stateFile(dir), `${stateFile(dir)}.new`]) await rm(file, { force: true });
}

function stateFile(dir: string): string {
  return join(stateDir(dir), 'virtualbox.json');
}

function isState(value: unknown): value is VirtualboxState {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, labId, complete } = value as Record<string, unknown>;
  return schemaVersion === 1 && typeof labId === 'string' && typeof complete === 'boolean';
}
