import { linkBatch } from '../../iproute2/link-batch.js';
import { mptcpBatch } from '../../iproute2/mptcp-batch.js';
import { policyBatch } from '../../iproute2/policy-batch.js';
import { repeatable } from '../../iproute2/repeatable.js';
import { routeBatch } from '../../iproute2/route-batch.js';
import { shaperBatch } from '../../iproute2/shaper-batch.js';
import type { PlannedNode } from '../../model/plan.js';
import { batch } from '../netns/batch.js';
import { marker } from '../netns/marker.js';
import { shaperScript } from '../netns/shaper-script.js';
import { sysctlScript } from '../netns/sysctl-script.js';

/**
 * Makes the machine the node, from the very lines a namespace is made of. What has no `replace` is
 * taken away first, so that the script can run at any time and as often as anybody likes.
 */
export function nodeScript(node: PlannedNode): string {
  return [
    '#!/bin/sh\n',
    marker(`Makes this machine the node ${node.name}; may run again.`),
    '\n',
    sysctlScript(node.sysctls),
    withoutRules(node),
    hasMptcp(node) ? 'ip mptcp endpoint flush\n' : '',
    batch(
      'ip',
      repeatable([
        ...linkBatch(node),
        ...routeBatch(node),
        ...policyBatch(node, 'ipv4'),
        ...(hasMptcp(node) ? mptcpBatch(node) : []),
      ]),
    ),
    batch('ip -6', repeatable(policyBatch(node, 'ipv6'))),
    shaperScript(node, (...shaped) => repeatable(shaperBatch(...shaped))),
  ].join('');
}

/** The kernel of a router that is an existing VM may have no MPTCP at all. */
function hasMptcp({ existingVm, mptcp }: PlannedNode): boolean {
  return existingVm === null || mptcp.enabled || mptcp.endpoints.length > 0;
}

function withoutRules({ policies }: PlannedNode): string {
  return policies
    .map(({ family, priority }) => {
      const ip = family === 'ipv6' ? 'ip -6' : 'ip';
      return `while ${ip} rule del priority ${priority} 2>/dev/null; do :; done\n`;
    })
    .join('');
}

/** Where a lab's directory has the script of a node that cloud-init cannot bring it to. */
export function nodeScriptPathOf({ name }: PlannedNode): string {
  return `nodes/${name}/node.sh`;
}
