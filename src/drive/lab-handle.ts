import { LabError } from '../errors.js';
import type { Plan } from '../model/plan.js';
import type { LabHandle, NodeHandle } from './driver.js';
import { withLabLock } from './lab-lock.js';
import { hasStateDir } from './state-dir.js';

/** What a driver knows of a lab that runs. */
export interface RunningLab {
  readonly degraded: readonly string[];
  /** A node of the plan. */
  node(name: string): NodeHandle;
  /** Ends it, even when what used it was aborted. */
  end(): Promise<void>;
}

/** The lab that runs in the directory. */
export function labHandle(plan: Plan, dir: string, lab: RunningLab): LabHandle {
  const destroy = () => endOwn(lab, dir);
  return {
    plan,
    dir,
    degraded: lab.degraded,
    node: (name) => lab.node(knownNode(name, plan)),
    destroy,
    [Symbol.asyncDispose]: destroy,
  };
}

const patienceMs = 30_000;

/** Ends the handle's own lab: who works on its directory meanwhile is waited for, not disturbed. */
async function endOwn(lab: RunningLab, dir: string): Promise<void> {
  const end = () => lab.end();
  // Where somebody removed the directory, there is nothing to disturb, and none to be made anew.
  await (hasStateDir(dir) ? withLabLock(dir, end, patienceMs) : end());
}

function knownNode(name: string, plan: Plan): string {
  if (plan.nodes.some((node) => node.name === name)) return name;
  throw new LabError('unknown-name', [
    {
      where: 'node',
      message: `lab ${plan.name} has no node ${JSON.stringify(name)}`,
      next: `Take one of: ${plan.nodes.map((node) => node.name).join(', ')}.`,
    },
  ]);
}
