import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '../../errors.js';
import { assertSucceeded, commandFailed, run, spawn } from '../exec.js';
import { findProgram } from '../find-program.js';

/** flock(1)'s exit code where another process has the lock. */
const taken = 75;

/**
 * Has an image's lock alone while the work runs. It is flock(2)'s, which lib/golden_image.rb holds while it
 * builds or clones the image; Node has no such call, flock(1) does it. Where that is missing, as on macOS,
 * Vagrant's own lock has to do, which keeps a machine that is being built.
 *
 * @throws LabError `image-in-use` where another process has it
 */
export async function withImageLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  if (findProgram('flock') === null) return work();
  // It answers once it has the lock, and ends with its input, at the latest with this process.
  const flock = ['flock', '--nonblock', '--conflict-exit-code', `${taken}`] as const;
  const holder = spawn([...flock, join(dir, 'lock'), 'cat'], { stdin: 'pipe' });
  try {
    holder.stdin?.on('error', () => undefined);
    holder.stdin?.write('held\n');
    const held = holder.stdout ? once(holder.stdout, 'data').then(() => null) : null;
    const ended = await Promise.race([holder.exited, held]);
    if (ended?.exitCode === taken) throw inUse(dir);
    if (ended !== null) throw commandFailed(flock, `exit code ${ended.exitCode ?? '?'}`);
    return await work();
  } finally {
    holder.stdin?.end();
    await holder.exited;
  }
}

/** Whether a Vagrant builds or clones the image; null where flock(1) is missing, or the lock. */
export async function isImageLocked(dir: string, signal: AbortSignal): Promise<boolean | null> {
  const file = join(dir, 'lock');
  if (findProgram('flock') === null || !existsSync(file)) return null;
  const ask = ['flock', '--nonblock', '--conflict-exit-code', `${taken}`, file, 'true'] as const;
  const answer = await run(ask, { check: false, signal });
  if (answer.exitCode === taken) return true;
  assertSucceeded(ask, answer);
  return false;
}

function inUse(dir: string): LabError {
  return new LabError('image-in-use', [
    {
      where: dir,
      message: 'another process builds it, clones it or removes it',
      next: 'Let it finish, or interrupt it first.',
    },
  ]);
}
