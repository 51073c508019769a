import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../missing-file.js';
import { isProcessIdentity, type ProcessIdentity } from '../process-identity.js';
import { stateDir } from '../state-dir.js';
import { isLabIdOf } from '../lab-id.js';
import { isLabProcess } from './lab-process.js';
import { makeDirectory } from '../make-directory.js';
import { replaceFile } from '../replace-file.js';

/** What must be known of a running lab to find it again, kept as `.state/netns.json`. */
export interface NetnsState {
  readonly schemaVersion: 1;
  readonly labId: string;
  /** Of the lab.json it was made from. */
  readonly planSha256: string;
  /** PID 1 of the lab: with it the kernel ends everything. */
  readonly init: ProcessIdentity;
  /** The process that waits for it on the host. */
  readonly waiter: ProcessIdentity;
  /** Whether the lab has a user namespace of its own. */
  readonly rootless: boolean;
  readonly degraded: readonly string[];
}

/** The lab that runs in the directory, or null. */
export function runningLab(dir: string): NetnsState | null {
  const state = readState(dir);
  return state !== null && isLabProcess(state.init, state.labId) ? state : null;
}

/**
 * What was written last, or null when there is none or it is not to be believed: not ours to
 * understand, or of a lab in another directory, from which this one was copied or moved.
 */
export function readState(dir: string): NetnsState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFile(dir), 'utf8'));
    return isNetnsState(state) && isLabIdOf(state.labId, dir) ? state : null;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Replaces it in one step, so that no reader meets half of it. */
export async function writeState(dir: string, state: NetnsState): Promise<void> {
  const file = stateFile(dir);
  await makeDirectory(stateDir(dir));
  await replaceFile(file, JSON.stringify(state, null, 2) + '\n');
}

/** Forgets the lab, unless it runs: another one may have taken its place by now. */
export async function removeState(dir: string): Promise<void> {
  const file = stateFile(dir);
  if (runningLab(dir) === null) await rm(file, { force: true });
  await rm(`${file}.new`, { force: true });
}

function stateFile(dir: string): string {
  return join(stateDir(dir), 'netns.json');
}

function isNetnsState(value: unknown): value is NetnsState {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, labId, planSha256, init, waiter, rootless, degraded } = value as Record<
    string,
    unknown
  >;
  return (
    schemaVersion === 1 &&
    typeof labId === 'string' &&
    typeof planSha256 === 'string' &&
    isProcessIdentity(init) &&
    isProcessIdentity(waiter) &&
    typeof rootless === 'boolean' &&
    Array.isArray(degraded) &&
    degraded.every((note) => typeof note === 'string')
  );
}
