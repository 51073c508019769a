import type { NodeInput } from '../model/generated/topology.js';
import { hasIpv6 } from '../model/has-ipv6.js';
import type { Sysctl } from '../model/plan.js';
import type { DraftNode } from './draft.js';

/** Kernel parameters of a node, the user's over the planner's. */
export function planSysctls({ role, input, nics }: DraftNode): Sysctl[] {
  const planned = [
    ...(role === 'router' ? forwarding(hasIpv6(nics)) : []),
    ...(mptcpEnabled(role, input) ? mptcpOn : [mptcpOff(role)]),
    ...(role === 'host' ? [congestionControl] : []),
  ];
  const sysctls = new Map(planned.map((sysctl) => [sysctl.key, sysctl]));
  for (const [key, value] of Object.entries(input.sysctls ?? {})) {
    sysctls.set(key, { key, value: String(value), optional: false });
  }
  return [...sysctls.values()];
}

export function mptcpEnabled(role: DraftNode['role'], { mptcp }: NodeInput): boolean {
  return mptcp?.enabled ?? role === 'host';
}

function forwarding(isIpv6: boolean): Sysctl[] {
  return [
    { key: 'net.ipv4.ip_forward', value: '1', optional: false },
    ...(isIpv6 ? [{ key: 'net.ipv6.conf.all.forwarding', value: '1', optional: false }] : []),
  ];
}

/** One dropped SYN would otherwise turn MPTCP off for an hour (kernel 6.12 and later). */
const mptcpOn: readonly Sysctl[] = [
  { key: 'net.mptcp.enabled', value: '1', optional: false },
  { key: 'net.mptcp.blackhole_timeout', value: '0', optional: true },
];

/** A router's kernel may have no MPTCP to turn off. */
function mptcpOff(role: DraftNode['role']): Sysctl {
  return { key: 'net.mptcp.enabled', value: '0', optional: role === 'router' };
}

/** The reference results are cubic's; bbr aggregates worse over unequal paths. */
const congestionControl: Sysctl = {
  key: 'net.ipv4.tcp_congestion_control',
  value: 'cubic',
  optional: true,
};
