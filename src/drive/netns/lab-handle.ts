import { LabError } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { LabHandle, NodeHandle } from '../driver.js';
import { withLabLock } from '../lab-lock.js';
import { hasStateDir } from '../state-dir.js';
import { endLab } from './end-lab.js';
import { nodeHandle } from './node-handle.js';
import type { NetnsState } from './state.js';

/** The lab that runs in the directory. It is destroyed even when what used it was aborted. */
export function labHandle(plan: Plan, dir: string, state: NetnsState): LabHandle {
  const destroy = () => endOwn(state, dir);
  return {
    plan,
    dir,
    degraded: state.degraded,
    node: (name) => knownNode(name, plan, state),
    destroy,
    [Symbol.asyncDispose]: destroy,
  };
}

const patienceMs = 30_000;

/** Ends the handle's own lab: who works on its directory meanwhile is waited for, not disturbed. */
async function endOwn(state: NetnsState, dir: string): Promise<void> {
  const end = () => endLab(state, dir, new AbortController().signal);
  // Where somebody removed the directory, there is nothing to disturb, and none to be made anew.
  await (hasStateDir(dir) ? withLabLock(dir, end, patienceMs) : end());
}

function knownNode(name: string, plan: Plan, state: NetnsState): NodeHandle {
  if (plan.nodes.some((node) => node.name === name)) return nodeHandle(name, state);
  throw new LabError('unknown-name', [
    {
      where: 'node',
      message: `lab ${plan.name} has no node ${JSON.stringify(name)}`,
      next: `Take one of: ${plan.nodes.map((node) => node.name).join(', ')}.`,
    },
  ]);
}
