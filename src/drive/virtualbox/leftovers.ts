import { existsSync } from 'node:fs';
import { LabError } from '../../errors.js';
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
import { recordedAnywhere, recordedIds } from './vagrant-record.js';
import { isOff, vmInfo } from './vboxmanage.js';
import { unregisteredMachines } from './unregistered-machines.js';

/** Which machines are looked for, and how long a clone's Vagrant is waited for that nobody can tell of. */
interface Sought extends Pick<World, 'clonePatienceMs'> {
  readonly isWanted: (name: string) => boolean;
}

const all: Sought = { isWanted: () => true, clonePatienceMs: 10 * 60_000 };
const unnamedClones: Sought = { isWanted: isUnnamedClone, clonePatienceMs: Infinity };

/** Everything of VirtualBox's and Vagrant's on this host that bears a lab's mark. */
export async function virtualboxLeftovers({ signal }: Context): Promise<FoundLeftover[]> {
  if (findProgram('VBoxManage') === null) return [];
  const registered = await markedMachines(all.isWanted, signal);
  return [...(await machineLeftovers(all, registered, signal)), ...imageLeftovers(registered)];
}

/** Clones that a killed Vagrant had begun, and nobody will finish: they bear no lab's name yet. */
export async function abandonedClones(signal: AbortSignal): Promise<FoundLeftover[]> {
  if (findProgram('VBoxManage') === null) return [];
  const registered = await markedMachines(unnamedClones.isWanted, signal);
  const found = await machineLeftovers(unnamedClones, registered, signal);
  // What was started, somebody wants.
  const isUnused = ({ kind, details: [state] }: FoundLeftover) =>
    kind === 'directory' || isOff(state);
  return found.filter((clone) => clone.orphaned && isUnused(clone));
}

async function machineLeftovers(
  { isWanted, clonePatienceMs }: Sought,
  registered: readonly MarkedMachine[],
  signal: AbortSignal,
): Promise<FoundLeftover[]> {
  const lost = await unregisteredMachines(isWanted, signal);
  const judged = [...registered, ...lost.map(({ machine }) => machine)];
  const world = { ...(await worldOf(judged, signal)), clonePatienceMs };
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
      const now = (await vmInfo(uuid, abort)).get('name') ?? name;
      if (now !== name) throw renamed(name, now);
      await removeMachine(uuid, abort);
    },
  };
}

/** A clone that was being made has its node's name now. */
function renamed(name: string, now: string): LabError {
  return new LabError('command-failed', [
    {
      where: name,
      message: `is called ${JSON.stringify(now)} by now, so somebody works with it`,
      next: 'Look again: subflow leftovers.',
    },
  ]);
}

async function worldOf(
  machines: readonly MarkedMachine[],
  signal: AbortSignal,
): Promise<Omit<World, 'clonePatienceMs'>> {
  const existing = await existingVms(machines);
  const inUse = await imagesInUse(machines, signal);
  return {
    exists: existsSync,
    recordedIds,
    hasExistingVm: (dir, node) => existing.has(`${dir}\0${node}`),
    isRecorded: (uuid) => recordedAnywhere().has(uuid),
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
