import type { PlannedNode } from '../../model/plan.js';
import { sysctlNumber } from '../sysctl.js';
import { lookUp, type Packet } from './look-up.js';

const strict = 1;

/**
 * Whether rp_filter drops a packet that came by the device: in strict mode (RFC 3704) where the way
 * back to its source leaves by another one. IPv6 has no such filter.
 */
export function dropsAsSpoofed(node: PlannedNode, device: string, { from, to }: Packet): boolean {
  if (from?.family !== 'ipv4' || rpFilter(node, device) !== strict) return false;
  return lookUp(node, { from: to, to: from, device: null })?.device !== device;
}

/** The larger of the node's and the device's value counts (kernel document ip-sysctl). */
export function rpFilter(node: PlannedNode, device: string): number {
  const all = sysctlNumber(node, 'net.ipv4.conf.all.rp_filter', 0);
  const preset = sysctlNumber(node, 'net.ipv4.conf.default.rp_filter', 0);
  return Math.max(all, sysctlNumber(node, `net.ipv4.conf.${device}.rp_filter`, preset));
}
