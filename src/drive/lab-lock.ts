import { randomUUID } from 'node:crypto';
import { link, lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
 * lock is the file `.state/lock`, which says who holds it: whole when it appears, and worthless once
 * that process is gone.
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
    await forgetDead(lock);
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

/** Removes what the dead left: files that would be locks, and rights to take away what we hold by now. */
async function forgetDead(lock: string): Promise<void> {
  const names = await readdir(dirname(lock));
  for (const name of names) {
    const pid = new RegExp(`^${basename(lock)}-by-(\\d+)-`).exec(name)?.[1];
    const file = join(dirname(lock), name);
    const isDead =
      pid === undefined
        ? name.startsWith(`${basename(lock)}-of-`) && (await isOfDead(file))
        : identityOf(Number(pid)) === null;
    if (isDead) await rm(file, { force: true });
  }
}

async function isOfDead(right: string): Promise<boolean> {
  const owner = await ownerOf(right);
  return owner !== null && !isRunning(owner);
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

/** A link to a file of our own: it cannot be seen half written, and Windows lets everybody make it. */
async function madeLock(lock: string): Promise<boolean> {
  const own = join(dirname(lock), `lock-by-${process.pid}-${randomUUID()}`);
  await makeDirectory(dirname(lock));
  try {
    await writeFile(own, JSON.stringify(identityOf(process.pid)), { flag: 'wx' });
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Who holds the lock, or null when nobody does any more. */
async function ownerOf(lock: string): Promise<ProcessIdentity | null> {
  try {
    // Anything may lie there: of a pipe, say, a read never ends.
    const isFile = (await lstat(lock)).isFile();
    const owner: unknown = isFile ? JSON.parse(await readFile(lock, 'utf8')) : null;
    if (isProcessIdentity(owner)) return owner;
  } catch (error) {
    if (isMissing(error)) return null;
    if (!(error instanceof SyntaxError)) throw error;
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
    next:
      process.platform === 'linux'
        ? `Wait until it is done, or end it: kill ${pid}`
        : `Wait until it is done. If process ${pid} is no subflow, remove ${lock}.`,
  };
  return new LabError('lab-busy', [problem], options);
}
