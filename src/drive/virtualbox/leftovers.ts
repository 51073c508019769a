import { existsSync } from 'node:fs';
import { loadPlan } from '../load-plan.js';
import type { Context } from '../driver.js';
import type { FoundLeftover } from '../leftover.js';
import { findProgram } from '../find-program.js';
import { imageLeftovers } from './image-leftovers.js';
import { isImageLocked } from './image-lock.js';
import { judgeMachine, type MarkedMachine, type Standing, type World } from './judge-machine.js';
import { cloneBegun, isUnnamedClone } from './mark.js';
import { markedMachines } from './marked-machines.js';
import { removeMachine } from './remove-machine.js';
import { recordedIds } from './vagrant-record.js';
import { vmInfo } from './vboxmanage.js';
import { unregisteredMachines } from './unregistered-machines.js';

/** Everything of VirtualBox's and Vagrant's on this host that bears a lab's mark. */
export async function virtualboxLeftovers({ signal }: Context): Promise<FoundLeftover[]> {
  if (findProgram('VBoxManage') === null) return [];
  const registered = await markedMachines(() => true, signal);
  return [
    ...(await machineLeftovers(() => true, registered, signal)),
    ...imageLeftovers(registered),
  ];
}

/** Clones that a killed Vagrant had begun: they bear no lab's name yet, and nobody will finish them. */
export async function abandonedClones(signal: AbortSignal): Promise<FoundLeftover[]> {
  if (findProgram('VBoxManage') === null) return [];
  const registered = await markedMachines(isUnnamedClone, signal);
  const found = await machineLeftovers(isUnnamedClone, registered, signal);
  return found.filter(({ orphaned }) => orphaned);
}

async function machineLeftovers(
  isWanted: (name: string) => boolean,
  registered: readonly MarkedMachine[],
  signal: AbortSignal,
): Promise<FoundLeftover[]> {
  const lost = await unregisteredMachines(isWanted, signal);
  const world = await worldOf([...registered, ...lost.map(({ machine }) => machine)], signal);
  const machines = registered.map(async (machine) => {
    const standing = judgeMachine(machine, world);
    return standing === null ? [] : [await leftoverOf(machine, standing, signal)];
  });
  const directories = lost.flatMap(({ machine, leftover }) => {
    const standing = judgeMachine(machine, world);
    return standing === null ? [] : [leftover(standing)];
  });
  return [...(await Promise.all(machines)).flat(), ...directories];
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
    async remove(abort) {
      // A clone that was being made has its node's name now.
      if ((await vmInfo(uuid, abort)).get('name') === name) await removeMachine(uuid, abort);
    },
  };
}

async function worldOf(machines: readonly MarkedMachine[], signal: AbortSignal): Promise<World> {
  const existing = await existingVms(machines);
  const inUse = await imagesInUse(machines, signal);
  return {
    exists: existsSync,
    recordedIds,
    hasExistingVm: (dir, node) => existing.has(`${dir}\0${node}`),
    isInUse: (image) => inUse.get(image) ?? null,
    nowMs: Date.now(),
  };
}

async function existingVms(machines: readonly MarkedMachine[]): Promise<Set<string>> {
  const dirs = new Set(machines.flatMap(({ mark }) => mark.directory ?? []));
  const existing = new Set<string>();
  for (const dir of dirs) {
    const plan = await loadPlan(dir).catch(() => null);
    for (const { name, existingVm } of plan?.nodes ?? []) {
      if (existingVm !== null) existing.add(`${dir}\0${name}`);
    }
  }
  return existing;
}

/** Asked after the machines were listed: whose image is free now had its Vagrant ended before. */
async function imagesInUse(
  machines: readonly MarkedMachine[],
  signal: AbortSignal,
): Promise<Map<string, boolean | null>> {
  const clones = machines.filter(({ name, mark }) => cloneBegun(name, mark) !== null);
  const images = [...new Set(clones.flatMap(({ mark }) => mark.image ?? []))];
  const answers = images.map(async (dir) => [dir, await isImageLocked(dir, signal)] as const);
  return new Map(await Promise.all(answers));
}
