import { addressBits, contains, networkOf, parseAddress } from '../model/ip.js';
import type { PlannedExperiment, Route } from '../model/plan.js';
import { hopTowards } from './detours.js';
import { addressesOf, type DraftNode } from './draft.js';
import type { Networks } from './network.js';

/**
 * Where a client has another interface on the server's own segment, the connected route would take
 * the initial subflow there; a host route keeps it on the interface of the lowest metric.
 */
export function pinnedRoutes(
  node: DraftNode,
  experiments: readonly PlannedExperiment[],
  networks: Networks,
): Route[] {
  const pinned = new Map(
    experiments
      .filter(({ client }) => client === node.name)
      .flatMap((experiment) => pinnedRoute(node, experiment, networks) ?? [])
      .map((route) => [route.to, route]),
  );
  return [...pinned.values()];
}

function pinnedRoute(
  { nics }: DraftNode,
  { family, serverAddress, paths }: PlannedExperiment,
  networks: Networks,
): Route | null {
  const first = nics.find(({ device }) => device === paths[0]?.device);
  const target = parseAddress(serverAddress);
  if (first === undefined || target === null) return null;
  const attached = nics.filter((nic) =>
    addressesOf(nic, family).some((own) => contains(networkOf(own), target)),
  );
  if (!attached.some((nic) => nic !== first)) return null;
  const network = networks[family];
  const destination = network.destinations.findLast(({ prefix }) => contains(prefix, target));
  const direct = attached.includes(first);
  const via = direct || !destination ? null : hopTowards(first, destination, network);
  if (via === null && !direct) return null;
  const { device, metric } = first;
  return { family, to: `${serverAddress}/${addressBits[family]}`, via, device, metric };
}
