import type { Context } from './driver.js';
import type { FoundLeftover } from './leftover.js';
import { netnsLeftovers } from './netns/leftovers.js';
import { temporaryLeftovers } from './temporary-leftovers.js';
import { virtualboxLeftovers } from './virtualbox/leftovers.js';

/** Everything on this host that bears a lab's mark, and half-written files in the labs' directories given. */
export async function findLeftovers(
  labDirs: readonly string[],
  context: Context,
): Promise<FoundLeftover[]> {
  return [
    ...netnsLeftovers(),
    ...(await virtualboxLeftovers(context)),
    ...temporaryLeftovers(labDirs),
  ];
}
