import { createHash } from 'node:crypto';
import type { PlannedImage } from '../../model/planned-image.js';
import type { Artifact } from '../../model/provider.js';
import { fillTemplate } from '../template.js';
import { buildSteps } from './image-steps.js';
import { boxLink, boxName, linksOf, uploadsOf, type Link } from './image-files.js';

/** A golden image: where a lab's directory holds its sources, and its name on the host. */
export interface Image {
  readonly planned: PlannedImage;
  /** The directory of its sources, relative to the lab's. */
  readonly path: string;
  /** Its name and a hash of all its sources: a changed image is another one. */
  readonly id: string;
  /** Files of the user's that go into it. */
  readonly links: readonly Link[];
  readonly files: readonly Artifact[];
}

/** Ruby code that builds images, the same for all of them. */
export const builderPath = 'lib/golden_image.rb';

export function builder(): Artifact {
  return { path: builderPath, content: fillTemplate('virtualbox/golden_image.rb.ejs', {}) };
}

/** The sources of an image: a Vagrantfile of one machine, and the scripts it is provisioned with. */
export function imageOf(planned: PlannedImage): Image {
  const path = `images/${planned.name}`;
  const steps = buildSteps(planned);
  const vagrantfile = fillTemplate('virtualbox/image/Vagrantfile.rb.ejs', {
    box: { ...planned.box, name: boxName(planned.box) },
    boxLink,
    diskGb: planned.diskGb,
    uploads: uploadsOf(planned),
    steps: steps.map(({ name, file, reboot }) => ({ name, file, reboot })),
  });
  const files = [
    { path: `${path}/Vagrantfile`, content: vagrantfile },
    ...steps.map(({ file, content }) => ({ path: `${path}/${file}`, content })),
  ];
  const id = `${planned.name}-${hashOf([builder(), ...files])}`;
  return { planned, path, id, links: linksOf(planned), files };
}

function hashOf(files: readonly Artifact[]): string {
  const hash = createHash('sha256');
  for (const { content } of files) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
}
