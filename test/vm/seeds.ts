import { join } from 'node:path';
import type { Plan, PlannedNode } from '../../src/model/plan.js';
import { virtualboxPlan } from '../helpers/virtualbox-files.js';
import { labs } from './labs.js';

interface Seeded {
  readonly plan: Plan;
  readonly node: PlannedNode;
}

/** Every node that has a seed, of every lab, named for `it.each`. */
export const seeds: readonly (readonly [name: string, seeded: Seeded])[] = labs
  .map(virtualboxPlan)
  .flatMap((plan) =>
    plan.nodes
      .filter(({ existingVm }) => existingVm === null)
      .map((node) => [`${plan.name}/${node.name}`, { plan, node }] as const),
  );

/** Where a seed's files are, where each lab was written to `root/NAME`. */
export function seedDir(root: string, { plan, node }: Seeded): string {
  return join(root, plan.name, 'nodes', node.name);
}
