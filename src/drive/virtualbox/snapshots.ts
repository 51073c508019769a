import { LabError } from '../../errors.js';
import type { Plan, PlannedNode } from '../../model/plan.js';
import type { Context, Snapshots } from '../driver.js';
import { onNodes } from './bring-up.js';
import { labVms, type LabVm } from './lab-vms.js';
import { hasScreen } from './existing-vms.js';
import { askVboxmanage, assertAnswered, vboxmanage } from './vboxmanage.js';

/** Snapshots of all of a lab's machines under one name, routers that are clones of the user's VMs included. */
export const snapshots: Snapshots = {
  async take(plan, dir, name, { signal, emit }) {
    const machines = await machinesOf(plan, dir, signal);
    const having = await holding(name, machines, signal);
    if (having.length === machines.length) throw exists(name);
    // What an interrupted one left.
    for (const { uuid } of having) await vboxmanage(['snapshot', uuid, 'delete', name], signal);
    for (const { uuid, node } of machines) {
      emit({ type: 'step', step: 'snapshot', detail: node });
      await vboxmanage(['snapshot', uuid, 'take', name], signal);
    }
  },

  async restore(plan, dir, name, context) {
    const machines = await machinesOf(plan, dir, context.signal);
    const having = await holding(name, machines, context.signal);
    const without = machines.filter((machine) => !having.includes(machine));
    if (without.length > 0) throw missing(name, without);
    const isOfTheUsers = ({ node }: LabVm) => existing(plan).some((it) => it.name === node);
    for (const machine of machines.filter(isOfTheUsers)) await turnBack(machine, name, context);
    await onNodes(plan, (node) => ['snapshot', 'restore', node, name], dir, context);
  },
};

/** Every node's machine. @throws LabError `lab-not-running` where one is not there */
async function machinesOf(plan: Plan, dir: string, signal: AbortSignal): Promise<LabVm[]> {
  const machines = await labVms(dir, 'vms', signal);
  const lacking = plan.nodes.filter(({ name }) => machines.every(({ node }) => node !== name));
  if (lacking.length === 0) return machines;
  throw new LabError('lab-not-running', [
    {
      where: dir,
      message: `has no machine for ${lacking.map(({ name }) => name).join(', ')}`,
      next: 'Bring the lab up: `subflow up`.',
    },
  ]);
}

/** Those machines that have a snapshot of the name. */
async function holding(
  name: string,
  machines: readonly LabVm[],
  signal: AbortSignal,
): Promise<LabVm[]> {
  const found: LabVm[] = [];
  for (const machine of machines) {
    const names = await snapshotNames(machine.uuid, signal);
    if (names.includes(name)) found.push(machine);
  }
  return found;
}

/** VBoxManage fails where there is none at all, and says so among its output. */
export async function snapshotNames(uuid: string, signal: AbortSignal): Promise<string[]> {
  const list = ['snapshot', uuid, 'list', '--machinereadable'];
  const said = await askVboxmanage(list, signal);
  if (said.stdout.includes('does not have any snapshots')) return [];
  assertAnswered(list, said);
  return parseSnapshots(said.stdout);
}

/** Lines of `SnapshotName="NAME"`, with a suffix below the first. */
export function parseSnapshots(text: string): string[] {
  return [...text.matchAll(/^SnapshotName[-\d]*="(.*?)"\r?$/gm)].map(([, name = '']) => name);
}

const existing = ({ nodes }: Plan): PlannedNode[] =>
  nodes.filter(({ existingVm }) => existingVm !== null);

async function turnBack({ uuid }: LabVm, name: string, { signal }: Context): Promise<void> {
  await vboxmanage(['controlvm', uuid, 'poweroff'], signal).catch((error: unknown) => {
    if (!(error instanceof LabError)) throw error; // It may be off already.
  });
  await vboxmanage(['snapshot', uuid, 'restore', name], signal);
  await vboxmanage(['startvm', uuid, '--type', hasScreen() ? 'gui' : 'headless'], signal);
}

function exists(name: string): LabError {
  return new LabError('unknown-name', [
    {
      where: 'snapshot',
      message: `there is a snapshot ${JSON.stringify(name)} of this lab already`,
      next: `Take another name: subflow snapshot NAME; or go back to it: subflow restore ${name}.`,
    },
  ]);
}

function missing(name: string, without: readonly LabVm[]): LabError {
  return new LabError('unknown-name', [
    {
      where: 'snapshot',
      message: `there is no snapshot ${JSON.stringify(name)} of ${without.map(({ node }) => node).join(', ')}`,
      next: "See which there are: vagrant snapshot list, in the lab's directory; or take one: subflow snapshot NAME.",
    },
  ]);
}
