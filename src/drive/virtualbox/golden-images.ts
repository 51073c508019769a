import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram } from '../find-program.js';
import { imageEnvironments, imagesDirectory } from './image-leftovers.js';
import type { MarkedMachine } from './judge-machine.js';
import { markedMachines } from './marked-machines.js';
import { parseMedia, type Medium } from './media.js';
import { recordedIds } from './vagrant-record.js';
import { listVms, vboxmanage } from './vboxmanage.js';

/** A machine that is a linked clone of an image, and the directory of its lab, where it says so. */
export interface ImageClone {
  readonly machine: string;
  readonly labDir: string | null;
}

/** An image on this host: a Vagrant environment of its own, and in it the golden machine. */
export interface GoldenImage {
  /** The profile or the user's image, and a hash of all that goes into it. */
  readonly id: string;
  readonly dir: string;
  /** False where it is being built, or was begun and not finished. */
  readonly built: boolean;
  /** VirtualBox's id of the golden machine, or null where there is none. */
  readonly machine: string | null;
  /** What its disks take on the host. */
  readonly sizeBytes: number;
  readonly clones: readonly ImageClone[];
}

/** The images on this host, built or begun. */
export async function goldenImages(signal: AbortSignal): Promise<GoldenImage[]> {
  const environments = imageEnvironments();
  if (environments.length === 0 || findProgram('VBoxManage') === null) return [];
  const machines = await markedMachines(() => true, signal);
  const media = parseMedia(await vboxmanage(['list', '--long', 'hdds'], signal));
  return environments.map((dir) => imageIn(dir, machines, media));
}

function imageIn(
  dir: string,
  machines: readonly MarkedMachine[],
  media: readonly Medium[],
): GoldenImage {
  const ids = recordedIds(dir, 'default');
  const golden = machines.find(({ uuid }) => ids.includes(uuid));
  const labOf = new Map(machines.map(({ name, mark }) => [name, mark.directory]));
  return {
    id: basename(dir),
    dir,
    built: golden !== undefined && isMarkedWhole(dir),
    machine: golden?.uuid ?? null,
    sizeBytes: golden === undefined ? 0 : bytesOf(golden.uuid, media),
    clones: (golden?.clones ?? []).map((machine) => ({
      machine,
      labDir: labOf.get(machine) ?? null,
    })),
  };
}

function bytesOf(uuid: string, media: readonly Medium[]): number {
  const disks = media.filter(({ usedBy }) => usedBy.includes(uuid));
  return disks.reduce((sum, { location }) => sum + sizeOf(location), 0);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Written last, and gone with Vagrant's record of the machine. */
function isMarkedWhole(dir: string): boolean {
  return existsSync(join(dir, '.vagrant/machines/default/virtualbox/whole'));
}

/** Another box than the profile's makes another image, as lib/golden_image.rb has it. */
export function idOnThisHost(id: string, env: NodeJS.ProcessEnv = process.env): string {
  const box = env['SUBFLOW_BOX'];
  if (box === undefined) return id;
  return `${id}-${createHash('sha256').update(box).digest('hex').slice(0, 8)}`;
}

/** Whether it need not be built; asks VirtualBox one question. */
export async function isBuilt(id: string, signal: AbortSignal): Promise<boolean> {
  const dir = join(imagesDirectory(), id);
  if (!isMarkedWhole(dir)) return false;
  const ids = recordedIds(dir, 'default');
  return (await listVms('vms', signal)).some(({ uuid }) => ids.includes(uuid));
}
