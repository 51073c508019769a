import { createHash } from 'node:crypto';
import type { Artifact } from '../../model/provider.js';
import { fillTemplate } from '../template.js';
import type { ImageProfile } from './image-profile.js';

/** A golden image: where a lab's directory holds its sources, and its name on the host. */
export interface Image {
  readonly profile: ImageProfile;
  /** The directory of its sources, relative to the lab's. */
  readonly path: string;
  /** Its profile's name and a hash of all its sources: a changed image is another one. */
  readonly id: string;
  readonly files: readonly Artifact[];
}

/** Ruby code that builds images, the same for all of them. */
export const builderPath = 'lib/golden_image.rb';

export function builder(): Artifact {
  return { path: builderPath, content: fillTemplate('virtualbox/golden_image.rb.ejs', {}) };
}

export function imageOf(profile: ImageProfile): Image {
  const path = `images/${profile.name}`;
  const files = [
    { path: `${path}/Vagrantfile`, content: fillTemplate('virtualbox/image.rb.ejs', profile) },
    { path: `${path}/provision.sh`, content: fillTemplate('virtualbox/provision.sh.ejs', profile) },
  ];
  return { profile, path, id: `${profile.name}-${hashOf([builder(), ...files])}`, files };
}

function hashOf(files: readonly Artifact[]): string {
  const hash = createHash('sha256');
  for (const { content } of files) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
}
