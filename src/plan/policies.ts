import {
  formatAddress,
  formatPrefix,
  networkOf,
  parseAddress,
  parseBoundAddress,
} from '../model/ip.js';
import type { PolicyInput } from '../model/generated/topology.js';
import type { InterfaceAddress, PlannedInterface, Policy, Route } from '../model/plan.js';
import { detoursOf, hopTowards } from './detours.js';
import { families, type DraftNode, type Nic } from './draft.js';
import { givenRoute } from './given-route.js';
import type { Networks } from './network.js';

/** Above the kernel's own rule 0 and far below main's 32766. */
const firstPriority = 1001;

/**
 * Policy routing: the rules a node lists, else for a host with several interfaces a table for each
 * source address, so that what comes from an address leaves by its interface.
 */
export function planPolicies(
  node: DraftNode,
  interfaces: readonly PlannedInterface[],
  networks: Networks,
): Policy[] {
  const given = node.input.policyRouting;
  if (given !== undefined) return given.map((policy, index) => givenPolicy(policy, index, node));
  if (node.role === 'router' || node.nics.length < 2) return [];
  let table = 0;
  return node.nics.flatMap((nic, index) =>
    sourcesOf(interfaces[index]).flatMap((sources) => {
      table += 1;
      return sources.map((source) => sourcePolicy(source, nic, { table, node, networks }));
    }),
  );
}

function givenPolicy({ from, table, routes }: PolicyInput, index: number, node: DraftNode): Policy {
  const address = parseAddress(from);
  const prefix = parseBoundAddress(from);
  const family = (address ?? prefix)?.family ?? 'ipv4';
  return {
    family,
    from: address ? formatAddress(address) : prefix ? formatPrefix(prefix) : from,
    table,
    priority: firstPriority + index,
    routes: routes.map((route) => givenRoute(route, node.nics, family)),
  };
}

/** An interface's addresses in groups that share a table id: one of each family. */
function sourcesOf(nic: PlannedInterface | undefined): InterfaceAddress[][] {
  const byFamily = families.map((family) =>
    (nic?.addresses ?? []).filter((address) => address.family === family),
  );
  const count = Math.max(...byFamily.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) =>
    byFamily.flatMap((addresses) => addresses[index] ?? []),
  );
}

interface PolicyContext {
  readonly table: number;
  readonly node: DraftNode;
  readonly networks: Networks;
}

function sourcePolicy(source: InterfaceAddress, nic: Nic, context: PolicyContext): Policy {
  const { family, address: from, prefixLength, gateway } = source;
  const { table, node, networks } = context;
  const bound = parseBoundAddress(`${from}/${prefixLength}`);
  const connected = bound && formatPrefix(networkOf(bound));
  const route = (to: string, via: string | null): Route => ({
    family,
    to,
    via,
    device: nic.device,
    metric: null,
  });
  const detours = detoursOf(nic, node, networks[family]).flatMap((destination) => {
    const via = hopTowards(nic, destination, networks[family]);
    return via === null ? [] : route(destination.to, via);
  });
  return {
    family,
    from,
    table,
    priority: firstPriority - 1 + table,
    routes: [
      ...(connected === null ? [] : [route(connected, null)]),
      ...(gateway === null ? [] : [route('default', gateway)]),
      ...detours,
    ],
  };
}
