import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../errors.js';
import type { Context } from '../driver.js';
import { findProgram } from '../find-program.js';
import { providersIn } from '../state-dir.js';
import { waitFor } from '../wait.js';
import { abandonedClones } from './leftovers.js';
import { labVms, type LabVm } from './lab-vms.js';
import { endOrphanedVagrants, removeNotes } from './orphaned-vagrants.js';
import { removeState } from './state.js';
import { vboxmanage } from './vboxmanage.js';
import { whenUnlocked } from './when-unlocked.js';

/**
 * Ends the directory's machines: Vagrant's way where it still can, then what is left of them. The
 * golden image is nobody's lab and stays; a clone that a killed Vagrant had not named yet does not.
 */
export async function endLab(dir: string, { signal, emit }: Context): Promise<void> {
  if (!mayHaveMachines(dir)) return;
  const tell = (detail: string) => {
    emit({ type: 'step', step: 'destroy', detail });
  };
  await endOrphanedVagrants(dir, () => tell('waiting for an orphaned Vagrant to clean up'));
  await vagrantDestroy(dir, signal, tell);
  for (const vm of await labVms(dir, 'vms', signal)) {
    tell(`removing ${vm.name}`);
    await remove(vm, dir, signal);
  }
  await rm(join(dir, '.vagrant'), { recursive: true, force: true });
  removeNotes(dir);
  await removeState(dir);
  await removeAbandonedClones(signal, tell).catch(unlessLabError);
}

/** What cannot be removed is another lab's as much as this one's: `subflow leftovers` tells of it. */
async function removeAbandonedClones(signal: AbortSignal, tell: (detail: string) => void) {
  for (const clone of await abandonedClones(signal)) {
    tell(`removing ${clone.name}: ${clone.reason}`);
    await clone.remove(signal).catch(unlessLabError);
  }
}

/** A directory whose state is another provider's alone has none, and without VirtualBox there are none. */
function mayHaveMachines(dir: string): boolean {
  const providers = providersIn(dir);
  const ours = providers.includes('virtualbox') || existsSync(join(dir, '.vagrant'));
  return ours || (providers.length === 0 && findProgram('VBoxManage') !== null);
}

/** Longest time in ms that a Vagrant of the user's own is waited for: as long as a boot may take. */
const patienceMs = 15 * 60_000;

/** Tells Vagrant's own index too that they are gone. */
async function vagrantDestroy(
  dir: string,
  signal: AbortSignal,
  tell: (detail: string) => void,
): Promise<void> {
  if (!existsSync(join(dir, 'Vagrantfile')) || !existsSync(join(dir, '.vagrant'))) return;
  tell('removing its machines');
  const onWait = () => tell('waiting for another Vagrant to let go of its machines');
  // Files may be edited or lost: the machines are ended all the same.
  const options = { dir, signal, timeoutMs: patienceMs, onWait };
  await whenUnlocked(['destroy', '--force'], options).catch(unlessLabError);
}

/** Longest time in ms for a machine to let go of its disks once it is off. */
const offWithinMs = 30_000;

async function remove({ name, uuid }: LabVm, dir: string, signal: AbortSignal): Promise<void> {
  // What does not run cannot be powered off; whether it is gone is seen by what follows.
  await vboxmanage(['controlvm', uuid, 'poweroff'], signal).catch(unlessLabError);
  const gone = async () => {
    await vboxmanage(['unregistervm', uuid, '--delete'], signal).catch(unlessLabError);
    return (await labVms(dir, 'vms', signal)).every((vm) => vm.uuid !== uuid);
  };
  await waitFor(`${name} to be removed`, gone, {
    timeoutMs: offWithinMs,
    signal,
    intervalMs: 500,
  });
}

function unlessLabError(error: unknown): void {
  if (!(error instanceof LabError)) throw error;
}
