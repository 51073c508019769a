import type { PlannedNode } from '../model/plan.js';
import type { PlannedImage } from '../model/planned-image.js';
import type { LintContext } from './context.js';

/** The image a node is cloned from; none where the provider clones none. */
export function imageOf({ plan }: LintContext, { image }: PlannedNode): PlannedImage | undefined {
  return plan.images.find(({ name }) => name === image);
}
