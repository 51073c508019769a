import { goldenImages } from '../../../drive/virtualbox/golden-images.js';
import { defaultProfile, imageProfiles } from '../../../images/profiles.js';
import type { Call, Outcome } from '../../call.js';
import { exitCodes } from '../../exit-code.js';
import { imageLine } from './image-text.js';

/** Tells of the profiles that images are made from, and of the images on this host. */
export async function list({ signal }: Call): Promise<Outcome> {
  const images = await goldenImages(signal);
  const width = Math.max(...imageProfiles.map(({ name }) => name.length));
  const profiles = imageProfiles.map((profile) => {
    const marks = [
      ...(profile === defaultProfile ? ['default'] : []),
      profile.proved ? 'proved' : 'unproved',
    ];
    return `${profile.name.padEnd(width)}  ${profile.title} [${marks.join(', ')}]`;
  });
  const here = images.length === 0 ? ['none'] : images.map(imageLine);
  return {
    exitCode: exitCodes.ok,
    text: [...profiles, unproved, '', 'Images on this host:', ...here, ''].join('\n'),
    document: { default: defaultProfile.name, profiles: imageProfiles, images },
  };
}

const unproved = 'Unproved: no guest of it has passed the experiments yet.';
