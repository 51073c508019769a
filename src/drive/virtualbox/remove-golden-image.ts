import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { LabError } from '../../errors.js';
import { goldenImages, type GoldenImage } from './golden-images.js';
import { withImageLock } from './image-lock.js';
import { isLocked } from './is-locked.js';
import { removeMachine } from './remove-machine.js';
import { vagrant } from './vagrant.js';
import { listVms } from './vboxmanage.js';

/**
 * Removes an image: its golden machine, its Vagrant environment and Vagrant's record of it.
 *
 * @throws LabError `image-in-use` where machines are clones of it, or it is being built; `command-failed`
 */
export async function removeGoldenImage(image: GoldenImage, signal: AbortSignal): Promise<void> {
  if (image.clones.length > 0) throw needed(image);
  if (!existsSync(image.dir)) return;
  await withImageLock(image.dir, async () => {
    // Somebody may have built or cloned it meanwhile.
    const now = (await goldenImages(signal)).find(({ id }) => id === image.id);
    if (now !== undefined) await removeUnused(now, signal);
  });
}

async function removeUnused(image: GoldenImage, signal: AbortSignal): Promise<void> {
  if (image.clones.length > 0) throw needed(image);
  await vagrantDestroy(image, signal);
  const vms = await listVms('vms', signal);
  if (vms.some(({ uuid }) => uuid === image.machine)) {
    await removeMachine(image.machine ?? '', signal);
  }
  await rm(image.dir, { recursive: true, force: true });
}

/** Vagrant's own lock keeps this from a machine that is being built. */
async function vagrantDestroy(image: GoldenImage, signal: AbortSignal): Promise<void> {
  await vagrant(['destroy', '--force'], { dir: image.dir, signal }).catch((error: unknown) => {
    if (isLocked(error)) throw building(image);
    if (!(error instanceof LabError)) throw error;
  });
}

function needed({ id, clones }: GoldenImage): LabError {
  const machines = clones.map(({ machine, labDir }) =>
    labDir === null ? machine : `${machine} (lab in ${labDir})`,
  );
  return new LabError('image-in-use', [
    {
      where: id,
      message: `machines are clones of it and would lose their disks: ${machines.join(', ')}`,
      next: 'Destroy their labs first: subflow destroy --dir DIR; or see subflow leftovers.',
    },
  ]);
}

function building({ id }: GoldenImage): LabError {
  return new LabError('image-in-use', [
    {
      where: id,
      message: 'another process is building it',
      next: 'Let it finish, or interrupt it first.',
    },
  ]);
}
