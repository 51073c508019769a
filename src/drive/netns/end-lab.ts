import { LabError } from '../../errors.js';
import { isRunning, type ProcessIdentity } from '../process-identity.js';
import { waitFor } from '../wait.js';
import { isLabProcess, labProcessesOf } from './lab-process.js';
import { removeState, type NetnsState } from './state.js';

const endsWithinMs = 30_000;

/** Ends a lab by its first process, waits until the kernel has taken everything with it, and forgets it. */
export async function endLab(state: NetnsState, dir: string, signal: AbortSignal): Promise<void> {
  const left = [state.init, state.waiter].filter((identity) => isLabProcess(identity, state.labId));
  await endProcesses(left, dir, signal);
  await removeState(dir);
}

/** Ends whatever bears the id of the directory's lab. */
export async function endLabWithoutState(dir: string, signal: AbortSignal): Promise<void> {
  await endProcesses(labProcessesOf(dir), dir, signal);
}

/** Ends processes of a lab and waits until they are gone. `where` names the lab. */
export async function endProcesses(
  processes: readonly ProcessIdentity[],
  where: string,
  signal: AbortSignal,
) {
  for (const identity of processes) kill(identity, where);
  const gone = () => !processes.some(isRunning);
  await waitFor(`the lab ${where} to end`, gone, { timeoutMs: endsWithinMs, signal });
}

function kill({ pid }: ProcessIdentity, dir: string): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return;
    throw new LabError('command-failed', [
      {
        where: dir,
        message: `may not end process ${pid} of the lab (${code ?? 'unknown error'})`,
        next: 'Destroy the lab as the user who brought it up.',
      },
    ]);
  }
}
