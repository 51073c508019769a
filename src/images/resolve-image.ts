import type { Problem } from '../errors.js';
import type { ImageInput, TopologyInput } from '../model/generated/topology.js';
import { nearest } from '../model/nearest.js';
import { pointer } from '../model/pointer.js';
import { show } from '../model/show.js';
import type { ImageProfile } from './profile.js';
import { defaultProfile, imageProfiles } from './profiles.js';

/** A profile and what the user's own images lay over it, the outermost last. */
export interface ResolvedImage {
  readonly name: string;
  readonly profile: ImageProfile;
  readonly layers: readonly ImageInput[];
}

export type OwnImages = NonNullable<TopologyInput['images']>;

/** The image a name stands for, or why it stands for none; `where` is the place that names it. */
export function resolveImage(name: string, own: OwnImages, where: string): ResolvedImage | Problem {
  const layers: ImageInput[] = [];
  const seen = new Set<string>();
  let current = name;
  let place = where;
  while (Object.hasOwn(own, current)) {
    if (seen.has(current)) return circular(place, current);
    seen.add(current);
    const image: ImageInput = own[current] ?? {};
    layers.unshift(image);
    place = pointer('images', current, 'extends');
    current = image.extends ?? defaultProfile.name;
  }
  const profile = imageProfiles.find((it) => it.name === current);
  return profile === undefined ? unknownImage(place, current, own) : { name, profile, layers };
}

function circular(where: string, name: string): Problem {
  const message = `"${name}" is made from itself`;
  return { where, message, next: 'Let one of them extend a profile: subflow image list.' };
}

export function unknownImage(where: string, name: string, own: OwnImages): Problem {
  const known = [...Object.keys(own), ...imageProfiles.map((profile) => profile.name)];
  const meant = nearest(name, known);
  return {
    where,
    message: `there is no image ${show(name)}`,
    next: meant === null ? `Take one of: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
  };
}
