import {
  contains,
  parseAddress,
  parseBoundAddress,
  networkOf,
  type Address,
  type Prefix,
} from '../../src/model/ip.js';
import type { Plan, PlannedNode, Route } from '../../src/model/plan.js';

/** One step of a packet: the node it leaves, and by which device onto which segment. */
export interface Step {
  readonly node: string;
  readonly device: string;
  readonly segment: string;
}

interface Target {
  readonly address: string;
  /** Source address, or null for a socket that is not bound yet. */
  readonly from: string | null;
}

/**
 * Forwards a packet hop by hop as the kernel would: source rules first, then the main table, the
 * longest prefix first and of two the lower metric. Throws where a packet would be lost or go round.
 */
export function walk(plan: Plan, start: string, target: Target): Step[] {
  const steps: Step[] = [];
  const here = new Map(plan.nodes.map((node) => [node.name, node]));
  for (let node = here.get(start)!; !owns(node, target.address);) {
    if (steps.length > plan.nodes.length) throw new Error(`loop: ${JSON.stringify(steps)}`);
    if (steps.length > 0 && node.role !== 'router') throw new Error(`${node.name} forwards not`);
    const route = lookUp(node, target);
    if (route === null) throw new Error(`${node.name} has no route to ${target.address}`);
    const nic = node.interfaces.find(({ device }) => device === route.device)!;
    steps.push({ node: node.name, device: nic.device, segment: nic.segment });
    const neighbour = route.via ?? target.address;
    const next = plan.nodes.find((candidate) => owns(candidate, neighbour, nic.segment));
    if (next === undefined) throw new Error(`${neighbour} is not on ${nic.segment}`);
    node = next;
  }
  return steps;
}

function owns(node: PlannedNode, address: string, segment?: string): boolean {
  return node.interfaces.some(
    (nic) =>
      (segment === undefined || nic.segment === segment) &&
      nic.addresses.some((own) => own.address === address),
  );
}

export function lookUp(node: PlannedNode, { address, from }: Target): Route | null {
  const wanted = parseAddress(address)!;
  const tables = node.policies
    .filter((policy) => from !== null && policy.from === from)
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ routes }) => routes);
  for (const table of [...tables, mainTable(node)]) {
    const best = longestMatch(table, wanted);
    if (best !== null) return best;
  }
  return null;
}

function mainTable({ interfaces, routes }: PlannedNode): Route[] {
  const connected = interfaces.flatMap(({ device, addresses }) =>
    addresses.map(({ family, address, prefixLength }) => ({
      family,
      to: `${address}/${prefixLength}`,
      via: null,
      device,
      metric: 0,
    })),
  );
  return [...connected, ...routes];
}

function longestMatch(table: readonly Route[], address: Address): Route | null {
  const matching = table
    .filter((route) => route.family === address.family && contains(prefixOf(route), address))
    .toSorted(
      (one, other) =>
        prefixOf(other).length - prefixOf(one).length || (one.metric ?? 0) - (other.metric ?? 0),
    );
  return matching[0] ?? null;
}

function prefixOf({ to, family }: Route): Prefix {
  if (to === 'default') return { family, value: 0n, length: 0 };
  return networkOf(parseBoundAddress(to)!);
}
