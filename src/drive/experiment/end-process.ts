import type { NodeProcess } from '../driver.js';
import { waitFor } from '../wait.js';
import { programTimeoutMs } from './deadlines.js';

/** Ends a program and waits until it has: politely, then not. */
export async function endProcess(
  process: NodeProcess,
  signal: 'SIGINT' | 'SIGTERM',
): Promise<void> {
  const hasEnded = endingOf(process);
  process.kill(signal);
  try {
    await waitFor('a program to end', hasEnded, { timeoutMs: programTimeoutMs });
  } catch {
    process.kill('SIGKILL');
    await process.exited;
  }
}

/** Whether a program has ended, as a question that can be asked again and again. */
export function endingOf(process: NodeProcess): () => boolean {
  let ended = false;
  void process.exited.then(() => (ended = true));
  return () => ended;
}
