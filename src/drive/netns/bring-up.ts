import { LabError } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { Context } from '../driver.js';
import { identityOf } from '../process-identity.js';
import { waitFor } from '../wait.js';
import { holderArgv, startHolder, type Holder } from './holder.js';
import { labId } from '../lab-id.js';
import { planDigest } from '../plan-digest.js';
import { probeHost } from './probe.js';
import { upProblems } from './up-problems.js';
import { removeState, runningLab, writeState, type NetnsState } from './state.js';

/** Longest time in ms for a killed lab to be gone. */
const endWithinMs = 5_000;

/** Makes the lab from the scripts in its directory; it lives on when its state is on disk. */
export async function bringUp(plan: Plan, dir: string, context: Context): Promise<NetnsState> {
  const id = labId(plan.name, dir);
  const { holder, rootless } = await startSomehow(id, dir, context.signal);
  try {
    context.signal.throwIfAborted();
    if (!holder.complete) throw await upFailed(holder, dir, context);
    const state = stateOf(holder, { labId: id, planSha256: planDigest(plan), rootless });
    await writeState(dir, state);
    context.signal.throwIfAborted();
    await keep(holder);
    return state;
  } catch (error) {
    holder.process.kill('SIGKILL');
    await holder.process.exited;
    await gone(dir);
    await removeState(dir);
    throw error;
  }
}

/** The kernel ends a lab's first process a moment after the one that started it. */
async function gone(dir: string): Promise<void> {
  const ended = () => runningLab(dir) === null;
  await waitFor('the lab to end', ended, { timeoutMs: endWithinMs }).catch(() => undefined);
}

/** Without root; root itself only where user namespaces are refused. */
async function startSomehow(id: string, dir: string, signal: AbortSignal) {
  const holder = await startHolder(holderArgv(id, true), dir, signal);
  const refused = holder.pid === null && process.geteuid?.() === 0;
  if (!refused || signal.aborted) return { holder, rootless: true };
  return { holder: await startHolder(holderArgv(id, false), dir, signal), rootless: false };
}

/** What went wrong; where the host itself is unfit for any lab, that. */
async function upFailed(holder: Holder, dir: string, context: Context): Promise<LabError> {
  const unfit = await probeHost(context);
  if (unfit.length > 0) return new LabError('host-unfit', unfit);
  return new LabError('up-failed', upProblems(holder, dir));
}

function stateOf(
  holder: Holder,
  known: Pick<NetnsState, 'labId' | 'planSha256' | 'rootless'>,
): NetnsState {
  const init = identityOf(holder.pid ?? 0);
  const waiter = identityOf(holder.process.pid ?? 0);
  if (init === null || waiter === null) {
    throw new LabError('up-failed', [
      {
        where: known.labId,
        message: `its first process (pid ${holder.pid ?? 'unknown'}) was ended by somebody`,
        next: 'Bring the lab up again; on a machine short of memory free some first.',
      },
    ]);
  }
  const degraded = holder.notes.map(({ node, text }) => `${node}: ${text}`).sort();
  return { schemaVersion: 1, ...known, init, waiter, degraded };
}

/** Tells the holder to live on without us. */
async function keep({ process }: Holder): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdin?.write('keep\n', (error) => (error ? reject(error) : resolve()));
  });
  process.release();
}
