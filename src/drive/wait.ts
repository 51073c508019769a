import { setTimeout as sleep } from 'node:timers/promises';
import { LabError } from '../errors.js';

export interface WaitOptions {
  /** Longest wait in ms. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Time between two looks in ms. Default: 5. */
  readonly intervalMs?: number;
}

/**
 * Waits for a condition, looking at it at once and then again and again.
 *
 * @param what the condition in words that follow "waited for", e.g. "iperf to listen on server"
 * @throws LabError `command-failed` when it does not hold in time; the signal's reason when aborted
 */
export async function waitFor(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { timeoutMs, signal, intervalMs = 5 }: WaitOptions,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    signal?.throwIfAborted();
    if (performance.now() > deadline) {
      throw new LabError('command-failed', [
        {
          where: 'wait',
          message: `waited ${timeoutMs} ms for ${what} in vain`,
          next: 'Look at the processes of the lab; on a busy machine try again.',
        },
      ]);
    }
    await sleep(intervalMs);
  }
}
