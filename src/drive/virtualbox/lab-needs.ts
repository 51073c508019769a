import type { Plan } from '../../model/plan.js';
import { roomMib } from '../../model/planned-image.js';

/** What a lab takes of its host besides processors. */
export interface LabNeeds {
  readonly memoryMib: number;
  readonly diskMib: number;
}

/** As vagrant-templates/virtualbox/lab.rb.ejs gives each node. */
export const nodeMemoryMib = 512;

/** What a linked clone's disk grows by while a lab is worked with; after a boot it is 12 MiB. */
const nodeDiskMib = 512;

/** An estimate, rather too much than too little; clones of the user's own VMs are not counted. */
export function needsOf(plan: Plan): LabNeeds {
  const golden = plan.nodes.filter(({ existingVm }) => existingVm === null);
  const images = plan.images.reduce((sum, image) => sum + roomMib(image), 0);
  return {
    memoryMib: golden.length * nodeMemoryMib,
    diskMib: images + golden.length * nodeDiskMib,
  };
}
