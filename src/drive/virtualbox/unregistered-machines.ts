import { readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LabError } from '../../errors.js';
import type { FoundLeftover } from '../leftover.js';
import type { MarkedMachine, Standing } from './judge-machine.js';
import { parseSettings } from './mark.js';
import { parseMedia } from './media.js';
import { listVms, vboxmanage } from './vboxmanage.js';

interface LostMachine {
  readonly machine: MarkedMachine;
  readonly leftover: (standing: Standing) => FoundLeftover;
}

/**
 * Marked machines of a wanted name whose directory is in the machine folder while VirtualBox knows them no more: cut
 * short while they were made or deleted, or unregistered with their disks kept.
 */
export async function unregisteredMachines(
  isWanted: (name: string) => boolean,
  signal: AbortSignal,
): Promise<LostMachine[]> {
  const folder = await machineFolder(signal);
  if (folder === null) return [];
  const names = subdirectories(folder).filter(isWanted);
  if (names.length === 0) return [];
  const known = new Set((await listVms('vms', signal)).map(({ uuid }) => uuid));
  return names.flatMap((name) => {
    const path = join(folder, name);
    const settings = parseSettings(settingsIn(path, name));
    if (settings?.name !== name || known.has(settings.uuid)) return [];
    if (settings.mark.directory === null && settings.mark.image === null) return [];
    const machine = { ...settings, clones: [] };
    return [{ machine, leftover: (standing) => leftoverOf(path, standing) }];
  });
}

export async function machineFolder(signal: AbortSignal): Promise<string | null> {
  const properties = await vboxmanage(['list', 'systemproperties'], signal);
  return /^Default machine folder:\s*(\S.*?)\r?$/m.exec(properties)?.[1] ?? null;
}

function leftoverOf(path: string, standing: Standing): FoundLeftover {
  return {
    provider: 'virtualbox',
    name: path,
    details: ['registered no more'],
    ...standing,
    kind: 'directory',
    remove: (signal) => removeDirectory(path, signal),
  };
}

/** A disk in it may be the parent of some registered machine's. */
async function removeDirectory(path: string, signal: AbortSignal): Promise<void> {
  const media = parseMedia(await vboxmanage(['list', '--long', 'hdds'], signal));
  const needed = media.find(({ location }) => location.startsWith(path + sep));
  if (needed !== undefined) {
    throw new LabError('command-failed', [
      {
        where: path,
        message: `VirtualBox has a disk in it: ${needed.location}`,
        next: 'Remove the machines that hang on it first.',
      },
    ]);
  }
  await rm(path, { recursive: true });
}

function settingsIn(path: string, name: string): string {
  try {
    return readFileSync(join(path, `${name}.vbox`), 'utf8');
  } catch {
    return '';
  }
}

function subdirectories(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
