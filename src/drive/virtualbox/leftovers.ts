import { existsSync } from 'node:fs';
import { LabError } from '../../errors.js';
import { loadPlan } from '../load-plan.js';
import type { Context } from '../driver.js';
import type { FoundLeftover } from '../leftover.js';
import { findProgram } from '../find-program.js';
import { imageLeftovers } from './image-leftovers.js';
import { judgeMachine, type MarkedMachine, type Standing, type World } from './judge-machine.js';
import { parseMark } from './mark.js';
import { linkedClonesOf, parseMedia } from './media.js';
import { removeMachine } from './remove-machine.js';
import { recordedIds } from './vagrant-record.js';
import { listVms, vboxmanage, vmInfo } from './vboxmanage.js';
import { unregisteredMachines } from './unregistered-machines.js';

/** Everything of VirtualBox's and Vagrant's on this host that bears a lab's mark. */
export async function virtualboxLeftovers({ signal }: Context): Promise<FoundLeftover[]> {
  if (findProgram('VBoxManage') === null) return [];
  const registered = await markedMachines(signal);
  const lost = await unregisteredMachines(signal);
  const world = await worldOf([...registered, ...lost.map(({ machine }) => machine)]);
  const machines = registered.map(async (machine) => {
    const standing = judgeMachine(machine, world);
    return standing === null ? [] : [await leftoverOf(machine, standing, signal)];
  });
  const directories = lost.flatMap(({ machine, leftover }) => {
    const standing = judgeMachine(machine, world);
    return standing === null ? [] : [leftover(standing)];
  });
  return [...(await Promise.all(machines)).flat(), ...directories, ...imageLeftovers(registered)];
}

/** Every registered machine that has a mark, with the machines that are linked clones of it. */
export async function markedMachines(signal: AbortSignal): Promise<MarkedMachine[]> {
  const vms = await listVms('vms', signal);
  const media = parseMedia(await vboxmanage(['list', '--long', 'hdds'], signal));
  const nameOf = new Map(vms.map(({ uuid, name }) => [uuid, name]));
  const found: MarkedMachine[] = [];
  for (const { name, uuid } of vms) {
    const mark = parseMark(await extraData(uuid, signal));
    if (mark.directory === null && mark.image === null) continue;
    const clones = linkedClonesOf(uuid, media).map((clone) => nameOf.get(clone) ?? clone);
    found.push({ name, uuid, mark, clones });
  }
  return found;
}

/** Empty where VirtualBox cannot read the machine, or it was removed meanwhile. */
async function extraData(uuid: string, signal: AbortSignal): Promise<string> {
  try {
    return await vboxmanage(['getextradata', uuid, 'enumerate'], signal);
  } catch (error) {
    if (error instanceof LabError) return '';
    throw error;
  }
}

async function leftoverOf(
  { uuid, name }: MarkedMachine,
  standing: Standing,
  signal: AbortSignal,
): Promise<FoundLeftover> {
  const info = await vmInfo(uuid, signal);
  const ports = [...info]
    .filter(([key]) => key.startsWith('Forwarding('))
    .map(([, forward]) => `forwards port ${forward.split(',')[3] ?? '?'}`);
  return {
    provider: 'virtualbox',
    name,
    details: [info.get('VMState') ?? 'state unknown', ...ports],
    ...standing,
    remove: (abort) => removeMachine(uuid, abort),
  };
}

async function worldOf(machines: readonly MarkedMachine[]): Promise<World> {
  const dirs = new Set(machines.flatMap(({ mark }) => mark.directory ?? []));
  const existing = new Set<string>();
  for (const dir of dirs) {
    const plan = await loadPlan(dir).catch(() => null);
    for (const { name, existingVm } of plan?.nodes ?? []) {
      if (existingVm !== null) existing.add(`${dir}\0${name}`);
    }
  }
  return {
    exists: existsSync,
    recordedIds,
    hasExistingVm: (dir, node) => existing.has(`${dir}\0${node}`),
    nowMs: Date.now(),
  };
}
