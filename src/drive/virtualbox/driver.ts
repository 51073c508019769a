import { LabError } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { Context, Driver, LabStatus } from '../driver.js';
import { blocking } from '../host-finding.js';
import { findProgram } from '../find-program.js';
import { labHandle } from '../lab-handle.js';
import { labId } from '../lab-id.js';
import { bootNodes } from './bring-up.js';
import { checkNode } from './check-node.js';
import { endLab } from './end-lab.js';
import { examineHost, probeHost } from './examine-host.js';
import { startExistingVms } from './existing-vms.js';
import { labVms } from './lab-vms.js';
import { problemsOf, runningVms, type RunningVms } from './running-lab.js';
import { assertFilesOf, differs, seedProblems } from './same-plan.js';
import { snapshots } from './snapshots.js';
import { readState, writeState } from './state.js';

/** Labs of VirtualBox machines, made by Vagrant from the lab's directory. */
export const virtualboxDriver: Driver = {
  probe: probeHost,
  examine: examineHost,

  async up(plan, dir, context) {
    if ((await statusOf(plan, dir, context)).running) throw alreadyRuns(dir);
    try {
      return labHandle(plan, dir, await bringUp(plan, dir, context));
    } catch (error) {
      await endLab(dir, { ...context, signal: new AbortController().signal });
      throw await reasonOf(error, plan, context);
    }
  },

  async attach(plan, dir, context) {
    const { running, nodes } = await statusOf(plan, dir, context);
    if (!running) throw notRunning(dir, nodes);
    await assertFilesOf(plan, dir);
    const lab = await runningVms(plan, dir, context.signal);
    const others = await problemsOf(lab.nodes, (node) => seedProblems(node, dir, context.signal));
    if (others.length === 0) return labHandle(plan, dir, lab);
    await lab.disconnect();
    throw differs(others);
  },

  destroy: endLab,

  status: statusOf,

  snapshots,
};

/** What was begun and never finished is begun anew. */
async function bringUp(plan: Plan, dir: string, context: Context): Promise<RunningVms> {
  const { signal, emit } = context;
  if (readState(dir)?.complete === false) {
    emit({ type: 'step', step: 'up', detail: 'removing what an interrupted one left' });
    await endLab(dir, context);
  }
  const state = { schemaVersion: 1, labId: labId(plan.name, dir) } as const;
  await writeState(dir, { ...state, complete: false });
  // Vagrant's machines wait for them.
  await startExistingVms(plan, dir, context);
  await bootNodes(plan, dir, context);
  emit({ type: 'step', step: 'up', detail: 'checking interfaces, addresses and routes' });
  const lab = await runningVms(plan, dir, signal);
  await assertAsPlanned(plan, dir, lab, signal).catch(async (error: unknown) => {
    await lab.disconnect();
    throw error;
  });
  await writeState(dir, { ...state, complete: true });
  return lab;
}

async function assertAsPlanned(
  plan: Plan,
  dir: string,
  lab: RunningVms,
  signal: AbortSignal,
): Promise<void> {
  const problems = await problemsOf(lab.nodes, async (node) => {
    const planned = plan.nodes.find(({ name }) => name === node.name);
    const seed = await seedProblems(node, dir, signal);
    return planned ? [...seed, ...(await checkNode(plan, planned, node, signal))] : seed;
  });
  if (problems.length > 0) throw new LabError('up-failed', problems);
}

/** A lab runs when all its machines do, and whoever brought it up came to an end. */
async function statusOf(plan: Plan, dir: string, { signal }: Context): Promise<LabStatus> {
  const vms = findProgram('VBoxManage') ? await labVms(dir, 'runningvms', signal) : [];
  const nodes = plan.nodes.map(({ name }) => ({
    name,
    running: vms.some(({ node }) => node === name),
  }));
  const whole = readState(dir)?.complete !== false;
  return { running: whole && nodes.every(({ running }) => running), nodes };
}

/** Where the host itself is unfit for any lab, that. */
async function reasonOf(error: unknown, plan: Plan, context: Context): Promise<unknown> {
  if (!(error instanceof LabError) || context.signal.aborted) return error;
  const unfit = blocking((await examineHost(plan, context)).findings);
  if (unfit.length > 0) return new LabError('host-unfit', unfit);
  return new LabError('up-failed', error.problems, { cause: error });
}

function alreadyRuns(dir: string): LabError {
  return new LabError('lab-running', [
    {
      where: dir,
      message: 'a lab runs here already',
      next: 'Take it as it is, or run `subflow destroy` first; `subflow recreate` does both.',
    },
  ]);
}

function notRunning(dir: string, nodes: LabStatus['nodes']): LabError {
  const down = nodes.filter(({ running }) => !running).map(({ name }) => name);
  const some = down.length > 0 && down.length < nodes.length;
  return new LabError('lab-not-running', [
    {
      where: dir,
      message: some
        ? `not all of its machines run: ${down.join(', ')} does not`
        : 'no lab runs here',
      next: 'Bring it up: `subflow up`.',
    },
  ]);
}
