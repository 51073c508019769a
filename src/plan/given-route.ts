import type { AddressFamily, RouteInput } from '../model/generated/topology.js';
import {
  contains,
  formatAddress,
  formatPrefix,
  networkOf,
  parseAddress,
  parseBoundAddress,
  type Address,
} from '../model/ip.js';
import type { Route } from '../model/plan.js';
import type { DraftNode, Nic } from './draft.js';

/** The routes a node lists for its main table. */
export function givenRoutes(routes: readonly RouteInput[], { nics }: DraftNode): Route[] {
  return routes.map((route) => givenRoute(route, nics, 'ipv4'));
}

/**
 * A listed route, as it stands. Its device, where left out, is the one whose subnet holds the next
 * hop; `family` is that of a default route without next hop.
 */
export function givenRoute(
  { to, via, dev, metric }: RouteInput,
  nics: readonly Nic[],
  family: AddressFamily,
): Route {
  const hop = via === undefined ? null : parseAddress(via);
  const prefix = parseBoundAddress(to);
  const target = hop ?? prefix;
  return {
    family: target?.family ?? family,
    to: prefix === null ? to : formatPrefix(prefix),
    via: hop && formatAddress(hop),
    device: dev ?? (target && deviceTowards(target, nics)),
    metric: metric ?? null,
  };
}

function deviceTowards(address: Address, nics: readonly Nic[]): string | null {
  const holds = ({ addresses }: Nic) =>
    addresses.some((bound) => contains(networkOf(bound), address));
  return nics.find(holds)?.device ?? null;
}
