import { deviceName } from './device-name.js';
import { networkOf, overlap, parseBoundAddress, type Prefix } from './ip.js';
import type { Plan, PlannedNode } from './plan.js';
import { sha256 } from './sha256.js';

/** The NIC Vagrant logs in by, on VirtualBox's NAT; never one of the lab's paths. */
export interface Management {
  /** VirtualBox's number: 4, or the next behind the lab's adapters. */
  readonly adapter: number;
  readonly device: string;
  readonly mac: string;
}

const usualAdapter = 4;

export function managementOf(plan: Plan, node: PlannedNode): Management {
  const adapter = Math.max(usualAdapter, node.interfaces.length + 1);
  return { adapter, device: deviceName(adapter - 1), mac: managementMac(plan, node) };
}

/** From a hash of lab and node, as the lab's own, and different from the node's. */
function managementMac({ name: lab }: Plan, { name, interfaces }: PlannedNode): string {
  const taken = new Set(interfaces.map(({ mac }) => mac));
  for (let attempt = 0; ; attempt += 1) {
    const hash = sha256(`${lab}/${name}/management/${attempt}`);
    const mac = ['08', '00', '27', hash.slice(0, 2), hash.slice(2, 4), hash.slice(4, 6)].join(':');
    if (!taken.has(mac)) return mac;
  }
}

/** The network VirtualBox's NAT hands out: its own choice, or another that the lab leaves free. */
export function natNetwork({ segments }: Plan): string {
  const taken = segments.flatMap(({ subnets }) => subnets.flatMap(prefixOf));
  const free = natNetworks.find((candidate) =>
    prefixOf(candidate).every((prefix) => !taken.some((other) => overlap(prefix, other))),
  );
  return free ?? natNetworks[0];
}

const natNetworks = [
  '10.0.2.0/24',
  '172.31.255.0/24',
  '192.168.255.0/24',
  '100.64.0.0/24',
] as const;

function prefixOf(text: string): Prefix[] {
  const bound = parseBoundAddress(text);
  return bound === null ? [] : [networkOf(bound)];
}
