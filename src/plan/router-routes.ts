import { formatAddress, formatPrefix, networkOf } from '../model/ip.js';
import type { Route } from '../model/plan.js';
import { certain } from './certain.js';
import type { DraftNode } from './draft.js';
import { mergeSiblings, prefixKey, type Hop } from './merge-siblings.js';
import { memoized } from './memoized.js';
import { onLinkAddress, type Network } from './network.js';
import { shortestPaths } from './shortest-paths.js';

/** A router's way to every prefix it is not on, siblings merged. */
export function routerRoutes(node: DraftNode, network: Network): Route[] {
  const { family } = network;
  const source = certain(network.routerVertex.get(node.name));
  const { before, firstRouter } = shortestPaths(network, source);
  const hopTo = memoized((router: number) =>
    nextHop(network, source, certain(before[router]), router),
  );
  const connected = new Set(
    node.nics.flatMap((nic) => nic.addresses.map(networkOf).map(prefixKey)),
  );
  const routes = network.destinations.flatMap(({ prefix, key, segment }) => {
    const router = certain(firstRouter[segment]);
    const hop = router === -1 || connected.has(key) ? null : hopTo(router);
    return hop === null ? [] : { prefix, hop };
  });
  return mergeSiblings(routes, network.prefixKeys).map(({ prefix, hop }) => ({
    family,
    to: formatPrefix(prefix),
    ...hop,
    metric: null,
  }));
}

function nextHop(network: Network, from: number, segment: number, router: number): Hop | null {
  const nic = network.nicOn(from, segment);
  const via = onLinkAddress(nic, network.nicOn(router, segment), network.family);
  return via && { via: formatAddress(via), device: nic.device };
}
