import type { AddressFamily } from '../../model/generated/topology.js';
import type { PlannedNode } from '../../model/plan.js';
import { sysctlNumber, sysctlOf } from '../sysctl.js';

/** The kernel parameters that make a node pass on what is not its own; any of them will do. */
export const forwardingKeys: Readonly<Record<AddressFamily, readonly string[]>> = {
  ipv4: ['net.ipv4.ip_forward', 'net.ipv4.conf.all.forwarding'],
  ipv6: ['net.ipv6.conf.all.forwarding'],
};

/** Whether a node forwards packets of the family; the kernel's default is not to. */
export function forwards(node: PlannedNode, family: AddressFamily): boolean {
  const set = forwardingKeys[family].filter((key) => sysctlOf(node, key) !== undefined);
  return set.some((key) => sysctlNumber(node, key, 0) !== 0);
}
