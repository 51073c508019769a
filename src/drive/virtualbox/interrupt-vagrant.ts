import { waitFor } from '../wait.js';

/** Longest time in ms an interrupted Vagrant may clean up. */
const patienceMs = 120_000;

/**
 * Ends a Vagrant as Ctrl-C does, and by force where it does not heed that. It is interrupted only once:
 * at a second time it leaves things as they are.
 */
export async function interruptVagrant(
  kill: (signal: 'SIGINT' | 'SIGKILL') => void,
  hasEnded: () => boolean,
): Promise<void> {
  kill('SIGINT');
  await waitFor('Vagrant to clean up', hasEnded, { timeoutMs: patienceMs, intervalMs: 100 }).catch(
    () => kill('SIGKILL'),
  );
}
