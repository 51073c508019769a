import { linkBatch } from '../../iproute2/link-batch.js';
import { mptcpBatch } from '../../iproute2/mptcp-batch.js';
import { policyBatch } from '../../iproute2/policy-batch.js';
import { routeBatch } from '../../iproute2/route-batch.js';
import type { PlannedNode } from '../../model/plan.js';
import { batch } from './batch.js';
import { marker } from './marker.js';
import { shaperScript } from './shaper-script.js';
import { sysctlScript } from './sysctl-script.js';

/** Makes a namespace with its devices the node of the plan; sysctls first, links read some when they come up. */
export function nodeScript(node: PlannedNode): string {
  return [
    '#!/bin/sh\n',
    marker(
      `Makes the namespace ${node.name} the node: ip netns exec ${node.name} sh nodes/${node.name}.sh`,
    ),
    '\n',
    sysctlScript(node.sysctls),
    batch('ip', [
      ...linkBatch(node),
      ...routeBatch(node),
      ...policyBatch(node, 'ipv4'),
      ...mptcpBatch(node),
    ]),
    batch('ip -6', policyBatch(node, 'ipv6')),
    shaperScript(node),
  ].join('');
}
