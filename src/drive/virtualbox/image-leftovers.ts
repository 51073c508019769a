import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundLeftover } from '../leftover.js';
import { withImageLock } from './image-lock.js';
import type { MarkedMachine } from './judge-machine.js';
import { recordedIds, vagrantHome } from './vagrant-record.js';

/** Where lib/golden_image.rb keeps the golden machines' Vagrant environments. */
export function imagesDirectory(): string {
  return join(vagrantHome(), 'subflow');
}

/** Environments of images without their golden machine; those with one are listed as machines. */
export function imageLeftovers(machines: readonly MarkedMachine[]): FoundLeftover[] {
  const uuids = new Set(machines.map(({ uuid }) => uuid));
  return imageEnvironments().flatMap((dir): FoundLeftover[] => {
    if (recordedIds(dir, 'default').some((id) => uuids.has(id))) return [];
    // Written last and gone with the machine's record: an image that is being built has none.
    const finished = existsSync(join(dir, '.vagrant/machines/default/virtualbox/whole'));
    return [
      {
        provider: 'virtualbox',
        kind: 'image',
        name: dir,
        details: [],
        labDir: null,
        orphaned: finished,
        reason: finished
          ? "the image's golden machine is gone"
          : 'an image that is being built, or was begun and not finished: the next `up` makes it anew',
        remove: () => withImageLock(dir, () => rm(dir, { recursive: true, force: true })),
      },
    ];
  });
}

/** Also of one that was begun and has no more than its lock. */
export function imageEnvironments(): string[] {
  const parent = imagesDirectory();
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name));
}
