import { linkBatch } from '../../iproute2/link-batch.js';
import { mptcpBatch } from '../../iproute2/mptcp-batch.js';
import { policyBatch } from '../../iproute2/policy-batch.js';
import { routeBatch } from '../../iproute2/route-batch.js';
import { hasIpv6 } from '../../model/has-ipv6.js';
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
    hasIpv6(node.interfaces) ? noDad : '',
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

/**
 * A link's own address (fe80::/64) takes up to two seconds of duplicate address detection, and Linux
 * asks for no neighbour of a packet it forwards without one (ndisc_send_ns, net/ipv6/ndisc.c): the
 * first packets would be lost. The devices are there already, so `conf/default` is too late for them.
 */
const noDad = `# No duplicate address detection: MACs and addresses are the plan's.
for dad in /proc/sys/net/ipv6/conf/*/accept_dad; do
  [ ! -e "$dad" ] || { echo 0 >"$dad"; } 2>/dev/null
done
`;
