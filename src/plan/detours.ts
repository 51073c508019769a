import { formatAddress, parseAddress } from '../model/ip.js';
import { certain } from './certain.js';
import { addressesOf, type DraftNode, type Nic } from './draft.js';
import { onLinkAddress, type Destination, type Network } from './network.js';

/**
 * Destinations that a better router than the default gateway leads to from the interface's segment,
 * or that its gateway does not lead to at all while another interface's does. With one router on
 * every segment there are none. A given gateway is taken at its word.
 */
export function detoursOf(nic: Nic, node: DraftNode, network: Network): readonly Destination[] {
  if (nic.input.gateways !== undefined || addressesOf(nic, network.family).length === 0) return [];
  const own = certain(network.segmentVertex.get(nic.segment));
  const routers = network.neighbours[own] ?? [];
  if (routers.length < 2 && !spansIslands(node, network)) return [];
  const { firstRouter } = network.pathsFrom(own);
  const gateway = network.gatewayOf(own);
  return network.destinations.filter(
    ({ segment }) => segment !== own && firstRouter[segment] !== gateway,
  );
}

/** Whether its interfaces lead into parts of the lab that no router joins. */
function spansIslands({ nics }: DraftNode, network: Network): boolean {
  const islands = nics
    .filter((nic) => addressesOf(nic, network.family).length > 0)
    .map((nic) => network.islands[certain(network.segmentVertex.get(nic.segment))]);
  return new Set(islands).size > 1;
}

/** The next hop from an interface to a destination: the given gateway, else the best router, or null. */
export function hopTowards(nic: Nic, { segment }: Destination, network: Network): string | null {
  const { gateways } = nic.input;
  if (gateways !== undefined) {
    const given = gateways.map(parseAddress).find((hop) => hop?.family === network.family);
    return given ? formatAddress(given) : null;
  }
  const own = certain(network.segmentVertex.get(nic.segment));
  const router = certain(network.pathsFrom(own).firstRouter[segment]);
  const via = router === -1 ? null : onLinkAddress(nic, network.nicOn(router, own), network.family);
  return via && formatAddress(via);
}
