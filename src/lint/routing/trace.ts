import { formatAddress, type Address } from '../../model/ip.js';
import type { PlannedNode, Route } from '../../model/plan.js';
import type { LintContext, Port } from '../context.js';
import { forwards } from './forwards.js';
import { lookUp, type Packet } from './look-up.js';
import { dropsAsSpoofed } from './reverse-path.js';

/** One node a packet leaves, and how. */
export interface Step {
  readonly node: PlannedNode;
  readonly device: string;
  readonly route: Route | null;
  /** Who the packet is handed to on the segment. */
  readonly nextHop: string;
}

/** Why a packet does not arrive. */
export type Loss =
  /** No route of the node matches. */
  | 'no-route'
  /** Nobody on the segment has the next hop's address. */
  | 'no-neighbour'
  /** It came to a node that does not forward. */
  | 'not-forwarding'
  /** It came by an interface that the way back to its source does not leave by. */
  | 'reverse-path'
  | 'loop';

/** A packet's way as the kernels of the plan would take it. */
export interface Trace {
  readonly steps: readonly Step[];
  /** Null where it arrives. */
  readonly loss: Loss | null;
  /** The node that has it, or lost it. */
  readonly end: PlannedNode;
  /** The device it came to that node by; null where it never left. */
  readonly device: string | null;
}

/** Forwards a packet hop by hop from a node to whoever has the address. */
export function trace(context: LintContext, start: PlannedNode, packet: Packet): Trace {
  const steps: Step[] = [];
  const here: { node: PlannedNode; device: string | null } = { node: start, device: null };
  const ended = (loss: Loss | null): Trace => ({
    steps,
    loss,
    end: here.node,
    device: here.device,
  });
  while (!owns(here.node, packet.to)) {
    if (steps.length > context.plan.nodes.length) return ended('loop');
    if (steps.length > 0 && !forwards(here.node, packet.to.family)) return ended('not-forwarding');
    const step = leave(here.node, steps.length > 0 ? { ...packet, device: null } : packet);
    if (step === null) return ended('no-route');
    steps.push(step);
    const next = neighbour(context, step);
    if (next === undefined) return ended('no-neighbour');
    [here.node, here.device] = [next.node, next.nic.device];
    if (dropsAsSpoofed(here.node, here.device, packet)) return ended('reverse-path');
  }
  return ended(null);
}

/** A socket bound to a device without a route there takes the destination for a neighbour. */
function leave(node: PlannedNode, packet: Packet): Step | null {
  const route = lookUp(node, packet);
  const device = route?.device ?? packet.device;
  if (device === null) return null;
  return { node, device, route, nextHop: route?.via ?? formatAddress(packet.to) };
}

/** Whoever answers for the address: any node on the segment that has it, on whatever interface. */
function neighbour(context: LintContext, { node, device, nextHop }: Step): Port | undefined {
  const segment = node.interfaces.find((nic) => nic.device === device)?.segment;
  const owners = context.owners.get(nextHop) ?? [];
  const onSegment = owners.find((port) => port.nic.segment === segment && port.node !== node);
  if (onSegment !== undefined || segment === undefined) return onSegment;
  const named = new Set(owners.map((port) => port.node));
  return context.ports.get(segment)?.find((port) => named.has(port.node) && port.node !== node);
}

function owns({ interfaces }: PlannedNode, to: Address): boolean {
  const text = formatAddress(to);
  return interfaces.some(({ addresses }) => addresses.some(({ address }) => address === text));
}
