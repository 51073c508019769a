import { readdir, readlink, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LabError } from '../errors.js';
import { isMissing } from './missing-file.js';
import {
  identityOf,
  isProcessIdentity,
  isRunning,
  type ProcessIdentity,
} from './process-identity.js';
import { stateDir } from './state-dir.js';
import { waitFor } from './wait.js';
import { makeDirectory } from './make-directory.js';

/**
 * Keeps all others from working on the lab of a directory, in this process and in any other. The
 * lock is a symlink `.state/lock` whose target says who holds it: made in one step, and worthless
 * once that process is gone.
 *
 * @param patienceMs how long to wait for it at most. Default: not at all
 * @throws LabError `lab-busy`, naming the process; `foreign-file`
 */
export async function withLabLock<T>(
  dir: string,
  work: () => Promise<T>,
  patienceMs = 0,
): Promise<T> {
  const lock = join(stateDir(dir), 'lock');
  await acquire(lock, patienceMs);
  try {
    await forgetRights(lock);
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string, patienceMs = 0): Promise<void> {
  const owner = await contend(lock);
  if (owner === null) return;
  if (patienceMs === 0) throw busy(lock, owner);
  const free = async () => (await contend(lock)) === null;
  await waitFor(`process ${owner.pid}`, free, { timeoutMs: patienceMs }).catch((cause: unknown) => {
    throw busy(lock, owner, { cause });
  });
}

/** Takes the lock and answers null, or answers the living process that holds it. */
async function contend(lock: string): Promise<ProcessIdentity | null> {
  while (!(await madeLock(lock))) {
    const owner = await ownerOf(lock);
    if (owner !== null && isRunning(owner)) return owner;
    if (owner !== null) await takeAway(lock, owner);
  }
  return null;
}

/** Rights to take away what we hold by now are worth nothing; of dead ones they would stay for ever. */
async function forgetRights(lock: string): Promise<void> {
  const names = await readdir(dirname(lock));
  for (const name of names.filter((it) => it.startsWith(`${basename(lock)}-of-`))) {
    const right = join(dirname(lock), name);
    const owner = await ownerOf(right);
    if (owner !== null && !isRunning(owner)) await rm(right, { force: true });
  }
}

/** Removes a dead owner's lock. Only who holds the right to it may, else it could be a living one's. */
async function takeAway(lock: string, dead: ProcessIdentity): Promise<void> {
  const right = `${lock}-of-${dead.pid}-${dead.startTime}`;
  await acquire(right);
  try {
    const owner = await ownerOf(lock);
    const unchanged = owner?.pid === dead.pid && owner.startTime === dead.startTime;
    if (unchanged) await rm(lock, { force: true });
  } finally {
    await rm(right, { force: true });
  }
}

async function madeLock(lock: string): Promise<boolean> {
  try {
    await makeDirectory(dirname(lock));
    await symlink(JSON.stringify(identityOf(process.pid)), lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock, or null when nobody does any more. */
async function ownerOf(lock: string): Promise<ProcessIdentity | null> {
  try {
    const owner: unknown = JSON.parse(await readlink(lock));
    if (isProcessIdentity(owner)) return owner;
  } catch (error) {
    if (isMissing(error)) return null;
    const foreign = (error as NodeJS.ErrnoException).code === 'EINVAL';
    if (!foreign && !(error instanceof SyntaxError)) throw error;
  }
  throw new LabError('lab-busy', [
    {
      where: lock,
      message: 'this is no lock that subflow understands',
      next: 'Remove it when no subflow works on the lab.',
    },
  ]);
}

function busy(lock: string, { pid }: ProcessIdentity, options?: ErrorOptions): LabError {
  const problem = {
    where: dirname(dirname(lock)),
    message: `process ${pid} works on this lab`,
    next: `Wait until it is done, or end it: kill ${pid}`,
  };
  return new LabError('lab-busy', [problem], options);
}
