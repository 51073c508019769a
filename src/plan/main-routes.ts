import { networkOf } from '../model/ip.js';
import type { PlannedInterface, Route } from '../model/plan.js';
import { detoursOf, hopTowards } from './detours.js';
import { families, type DraftNode } from './draft.js';
import { prefixKey } from './merge-siblings.js';
import type { Network, Networks } from './network.js';
import { routerRoutes } from './router-routes.js';

/** The main table besides connected routes: what leads everywhere by the shortest paths. */
export function mainRoutes(
  node: DraftNode,
  interfaces: readonly PlannedInterface[],
  networks: Networks,
): Route[] {
  return families.flatMap((family) => {
    const network = networks[family];
    return [
      ...defaultRoutes(interfaces, network),
      ...(node.role === 'router' ? routerRoutes(node, network) : hostDetours(node, network)),
    ];
  });
}

/** One for each interface with a gateway, told apart by their metrics. */
function defaultRoutes(interfaces: readonly PlannedInterface[], { family }: Network): Route[] {
  return interfaces.flatMap(({ addresses, device, metric }) => {
    const gateways = addresses.filter((address) => address.family === family);
    const via = gateways.find(({ gateway }) => gateway !== null)?.gateway;
    return via ? [{ family, to: 'default', via, device, metric }] : [];
  });
}

/**
 * A detour of one interface is a route on all of them, or it would beat the default route of an
 * interface with a better metric.
 */
function hostDetours(node: DraftNode, network: Network): Route[] {
  const { nics } = node;
  const connected = new Set(nics.flatMap((nic) => nic.addresses.map(networkOf).map(prefixKey)));
  const detours = new Map(
    nics
      .flatMap((nic) => detoursOf(nic, node, network))
      .filter(({ key }) => !connected.has(key))
      .map((destination) => [destination.to, destination]),
  );
  return nics.flatMap((nic) =>
    [...detours.values()].flatMap((destination): Route[] => {
      const via = hopTowards(nic, destination, network);
      if (via === null) return [];
      const { device, metric } = nic;
      return [{ family: network.family, to: destination.to, via, device, metric }];
    }),
  );
}
