import { networkBatch } from '../../iproute2/network-batch.js';
import type { Plan } from '../../model/plan.js';
import { batch } from './batch.js';
import { marker } from './marker.js';

/** Makes the nodes' namespaces and the links between them. */
export function networkScript(plan: Plan): string {
  return `#!/bin/sh
${marker('The namespaces of the lab and the links between them.')}
${batch('ip', networkBatch(plan))}`;
}
