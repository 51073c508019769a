import { existsSync } from 'node:fs';
import { LabError } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { Context, Driver, LabHandle } from '../driver.js';
import { labHandle } from '../lab-handle.js';
import { providersIn } from '../state-dir.js';
import { bringUp } from './bring-up.js';
import { examineHost } from './examine-host.js';
import { endLab, endLabWithoutState } from './end-lab.js';
import { nodeHandle } from './node-handle.js';
import { labProcessesOf } from './lab-process.js';
import { planDigest } from '../plan-digest.js';
import { probeHost } from './probe.js';
import { readState, runningLab, type NetnsState } from './state.js';

/** Labs of Linux network namespaces, each one process tree with namespaces of its own. */
export const netnsDriver: Driver = {
  probe: (_plan, context) => probeHost(context),
  examine: (_plan, context) => examineHost(context),

  async up(plan, dir, context) {
    assertNotRunning(dir);
    context.emit({ type: 'step', step: 'up', detail: `${plan.nodes.length} nodes in namespaces` });
    const state = await bringUp(plan, dir, context);
    warnOf(state.degraded, context);
    return handleOf(plan, dir, state);
  },

  async attach(plan, dir) {
    const state = runningLab(dir);
    if (state === null) throw notRunning(dir);
    assertSamePlan(plan, state, dir);
    return Promise.resolve(handleOf(plan, dir, state));
  },

  async destroy(dir, { signal, emit }) {
    const state = readState(dir);
    if (state !== null) await endLab(state, dir, signal);
    await endLabWithoutState(dir, signal);
    if (state === null && providersIn(dir).includes('netns')) {
      emit({
        type: 'warning',
        code: 'foreign-state',
        message: `${dir} was copied or moved from another directory, or its state was edited: a lab brought up there is left alone`,
        next: 'If it was moved while its lab ran, move it back and destroy it there.',
      });
    }
  },

  snapshots: null,

  async status(plan, dir) {
    const state = runningLab(dir);
    const nodes = plan.nodes.map(({ name }) => ({
      name,
      running: state !== null && hasNamespace(state.init.pid, name),
    }));
    const degraded = state?.degraded ?? [];
    return Promise.resolve({ running: state !== null, nodes, degraded });
  },
};

function handleOf(plan: Plan, dir: string, state: NetnsState): LabHandle {
  return labHandle(plan, dir, {
    degraded: state.degraded,
    node: (name) => nodeHandle(name, state),
    end: () => endLab(state, dir, new AbortController().signal),
  });
}

function assertNotRunning(dir: string): void {
  const pid = runningLab(dir)?.init.pid ?? labProcessesOf(dir)[0]?.pid;
  if (pid === undefined) return;
  throw new LabError('lab-running', [
    {
      where: dir,
      message: `a lab runs here already (pid ${pid})`,
      next: 'Take it as it is, or run `subflow destroy` first; `subflow recreate` does both.',
    },
  ]);
}

/** Judged by another plan, a lab would be blamed for what nobody asked of it. */
function assertSamePlan(plan: Plan, state: NetnsState, dir: string): void {
  const wanted = planDigest(plan);
  if (state.planSha256 === wanted) return;
  throw new LabError('lab-differs', [
    {
      where: dir,
      message: `lab ${state.labId} runs another plan (SHA-256 ${short(state.planSha256)}) than this one (${short(wanted)})`,
      next: 'Bring up this one: `subflow recreate`; or leave FILE out to take the one that runs.',
    },
  ]);
}

function short(digest: string): string {
  return digest.slice(0, 8);
}

function notRunning(dir: string): LabError {
  return new LabError('lab-not-running', [
    { where: dir, message: 'no lab runs here', next: 'Bring it up: `subflow up`.' },
  ]);
}

function warnOf(degraded: readonly string[], { emit }: Context): void {
  for (const message of degraded) {
    emit({
      type: 'warning',
      code: 'degraded',
      message,
      next: 'The lab works without; take another kernel where it matters.',
    });
  }
}

function hasNamespace(init: number, node: string): boolean {
  return existsSync(`/proc/${init}/root/run/netns/${node}`);
}
