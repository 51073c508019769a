import {
  contains,
  networkOf,
  parseAddress,
  parseBoundAddress,
  type Address,
  type Prefix,
} from '../../model/ip.js';
import type { PlannedNode, Policy, Route } from '../../model/plan.js';

/** What a routing decision goes by. */
export interface Packet {
  /** Null for a socket that is not bound yet. */
  readonly from: Address | null;
  readonly to: Address;
  /** The device the socket is bound to, or null. */
  readonly device: string | null;
}

/** RT_TABLE_MAIN, see ip-route(8). */
const mainTable = 254;

/**
 * The route a packet takes: source rules by priority, then the main table; in a table the longest
 * prefix and of two the lower metric (ip-rule(8), ip-route(8)). Null where none matches.
 */
export function lookUp(node: PlannedNode, packet: Packet): Route | null {
  for (const { table } of matchingPolicies(node, packet.from)) {
    const route = lookUpIn(node, table, packet);
    if (route !== null) return route;
  }
  return lookUpIn(node, mainTable, packet);
}

/** The route that one table has for a packet, or null. */
export function lookUpIn(node: PlannedNode, table: number, packet: Packet): Route | null {
  return longestMatch(tableOf(node, table), packet);
}

/** The source rules a packet from the address meets, first one first. */
export function matchingPolicies({ policies }: PlannedNode, from: Address | null): Policy[] {
  if (from === null) return [];
  return policies
    .filter((policy) => covers(policy.from, from))
    .toSorted((one, other) => one.priority - other.priority);
}

/** What is in a table; rules that share its id share its routes. */
export function tableOf(node: PlannedNode, table: number): Route[] {
  const listed = node.policies.filter((policy) => policy.table === table);
  const routes = listed.flatMap((policy) => policy.routes);
  return table === mainTable ? [...connected(node), ...node.routes, ...routes] : routes;
}

interface Match {
  readonly route: Route;
  readonly length: number;
}

function longestMatch(table: readonly Route[], packet: Packet): Route | null {
  let best: Match | null = null;
  for (const route of table) {
    const match = matchOf(route, packet);
    if (match !== null && (best === null || beats(match, best))) best = match;
  }
  return best?.route ?? null;
}

function matchOf(route: Route, { to, device }: Packet): Match | null {
  if (route.family !== to.family || (device !== null && route.device !== device)) return null;
  const prefix = prefixOf(route);
  return prefix !== null && contains(prefix, to) ? { route, length: prefix.length } : null;
}

function beats(one: Match, other: Match): boolean {
  if (one.length !== other.length) return one.length > other.length;
  return (one.route.metric ?? 0) < (other.route.metric ?? 0);
}

function connected({ interfaces }: PlannedNode): Route[] {
  return interfaces.flatMap(({ device, metric, addresses }) =>
    addresses.map(({ family, address, prefixLength }) => ({
      ...{ family, to: `${address}/${prefixLength}`, via: null, device, metric },
    })),
  );
}

function prefixOf({ to, family }: Route): Prefix | null {
  if (to === 'default') return { family, value: 0n, length: 0 };
  const bound = parseBoundAddress(to);
  return bound && networkOf(bound);
}

function covers(from: string, address: Address): boolean {
  const bound = parseBoundAddress(from);
  if (bound !== null) return contains(networkOf(bound), address);
  const single = parseAddress(from);
  return single?.family === address.family && single.value === address.value;
}
