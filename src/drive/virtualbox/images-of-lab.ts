import { join } from 'node:path';
import { LabError } from '../../errors.js';
import { readText } from '../read-text.js';
import { goldenImages, idOnThisHost, type GoldenImage } from './golden-images.js';
import { labVms } from './lab-vms.js';

/**
 * Ids of the images on this host that the lab in a directory is made of, whichever subflow wrote its
 * files: asked before its machines are ended, who tell it best.
 */
export async function imagesOfLab(dir: string, signal: AbortSignal): Promise<string[]> {
  const images = await goldenImages(signal);
  if (images.length === 0) return [];
  const machines = (await labVms(dir, 'vms', signal)).map(({ name }) => name);
  return imagesAmong(images, machines, await vagrantfileIn(dir));
}

/** Images that one of the machines is a clone of, and those that the Vagrantfile names. */
export function imagesAmong(
  images: readonly Pick<GoldenImage, 'id' | 'clones'>[],
  machines: readonly string[],
  vagrantfile: string,
): string[] {
  const named = namedIn(vagrantfile).map((id) => idOnThisHost(id));
  return images
    .filter(
      ({ id, clones }) =>
        named.includes(id) || clones.some(({ machine }) => machines.includes(machine)),
    )
    .map(({ id }) => id);
}

/** As vagrant-templates/virtualbox/lab.rb.ejs has them. */
function namedIn(vagrantfile: string): string[] {
  const images = /GoldenImage\.new\(File\.join\(__dir__, "[^"]*"\), "([^"]*)"/g;
  return [...vagrantfile.matchAll(images)].map(([, id = '']) => id);
}

/** Empty where there is none, or none that can be read: a lab of another provider has no images. */
async function vagrantfileIn(dir: string): Promise<string> {
  try {
    return await readText(join(dir, 'Vagrantfile'));
  } catch (error) {
    if (error instanceof LabError) return '';
    throw error;
  }
}
