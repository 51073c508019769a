import type { AddressFamily, InterfaceInput, NodeInput } from '../model/generated/topology.js';
import type { BoundAddress, Prefix } from '../model/ip.js';
import type { Shaper } from '../model/plan.js';

/** An interface once it has a name, a MAC and a metric. */
export interface WiredNic {
  readonly node: string;
  readonly role: 'host' | 'router';
  readonly segment: string;
  readonly device: string;
  readonly mac: string;
  readonly mtu: number;
  readonly metric: number;
  readonly shaper: Shaper | null;
  readonly input: InterfaceInput;
}

/** An interface with its addresses. */
export interface Nic extends WiredNic {
  readonly addresses: readonly BoundAddress[];
}

export interface DraftNode<AnyNic extends WiredNic = Nic> {
  readonly name: string;
  readonly role: 'host' | 'router';
  readonly input: NodeInput;
  readonly nics: readonly AnyNic[];
}

export interface DraftSegment<AnyNic extends WiredNic = Nic> {
  readonly name: string;
  readonly mtu: number;
  readonly subnets: readonly Prefix[];
  readonly nics: readonly AnyNic[];
}

/** The lab between wiring and routing: who is plugged in where under which address. */
export interface Draft {
  readonly nodes: ReadonlyMap<string, DraftNode>;
  readonly segments: ReadonlyMap<string, DraftSegment>;
}

export const families: readonly AddressFamily[] = ['ipv4', 'ipv6'];

/** Lowest metric first; the first one carries the initial subflow. */
export function byMetric(nics: readonly Nic[]): readonly Nic[] {
  return nics.toSorted((one, other) => one.metric - other.metric);
}

export function addressesOf(nic: Nic, family: AddressFamily): readonly BoundAddress[] {
  return nic.addresses.filter((address) => address.family === family);
}
