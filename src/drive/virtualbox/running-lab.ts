import { LabError, type Problem } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { RunningLab } from '../lab-handle.js';
import { endLab } from './end-lab.js';
import { loginsOf } from './login.js';
import { nodeHandle, type VmHandle } from './node-handle.js';
import { sshTargets } from './ssh-config.js';

/** A lab whose machines run, each reached by one connection. */
export interface RunningVms extends RunningLab {
  readonly nodes: readonly VmHandle[];
  disconnect(): Promise<void>;
}

/** Finds the way to every machine that Vagrant made, and to the user's VMs that the topology has `ssh` for. */
export async function runningVms(
  plan: Plan,
  dir: string,
  signal: AbortSignal,
): Promise<RunningVms> {
  const names = plan.nodes.filter(({ existingVm }) => existingVm === null).map(({ name }) => name);
  const made = await sshTargets(names, dir, signal);
  const targets = [...made, ...(await loginsOf(plan, dir, signal))];
  const nodes = targets.map(([name, target]) => nodeHandle(name, target));
  const disconnect = async () => {
    await Promise.all(nodes.map((node) => node.disconnect()));
  };
  return {
    nodes,
    degraded: [],
    disconnect,
    node: (name) => {
      const node = nodes.find((it) => it.name === name);
      if (node) return node;
      throw unreachable(name);
    },
    async end() {
      await disconnect();
      await endLab(dir, { signal: new AbortController().signal, emit: () => undefined });
    },
  };
}

/** Asks all nodes the same and gathers what is wrong with any. */
export async function problemsOf(
  nodes: readonly VmHandle[],
  ask: (node: VmHandle) => Promise<Problem[]>,
): Promise<Problem[]> {
  return (await Promise.all(nodes.map(ask))).flat();
}

function unreachable(name: string): LabError {
  return new LabError('command-failed', [
    {
      where: name,
      message: 'is a VM of yours, and subflow has no way to log in to it',
      next: 'Log in on its console; with "ssh" in the topology `subflow recreate` clones it with a way in.',
    },
  ]);
}
