import { contains, networkOf, parseAddress, parseBoundAddress } from '../../../model/ip.js';
import type { PlannedInterface, PlannedNode, Route } from '../../../model/plan.js';
import type { LintContext } from '../../context.js';
import type { Place, Rule } from '../../rule.js';

export const gatewayUnowned: Rule = {
  id: 'routing/gateway-unowned',
  severity: 'error',
  summary: 'a next hop that nobody on the segment has',
  check: (context) =>
    hops(context)
      .filter(
        ({ nic, via }) => !context.owners.get(via)?.some((it) => it.nic.segment === nic?.segment),
      )
      .filter(({ nic, via }) => nic !== undefined && isOnLink(nic, via))
      .map(({ node, nic, via, at }) => ({
        at,
        message: `nobody on ${nic?.segment ?? 'the segment'} has ${via}, a next hop of ${node.name}`,
        consequence: `${node.name} asks for it by ARP (or neighbour discovery) in vain: whatever takes this route is lost, joins are never answered.`,
        mend: `Name the router's address on ${nic?.segment ?? 'the segment'}, or leave "gateways" and routes out to have them planned.`,
      })),
};

export const gatewayIsItself: Rule = {
  id: 'routing/gateway-is-itself',
  severity: 'error',
  summary: "a next hop that is the node's own address",
  check: (context) =>
    hops(context)
      .filter(({ node, via }) => context.owners.get(via)?.some((port) => port.node === node))
      .map(({ node, nic, via, at }) => ({
        at,
        message: `${via}, a next hop of ${node.name}, is its own address`,
        consequence: `${node.name} takes the destination for a neighbour and asks for it by ARP in vain: whatever takes this route is lost, joins are never answered.`,
        mend: `Name the router's address on ${nic?.segment ?? 'the segment'}, or leave "gateways" and routes out to have them planned.`,
      })),
};

export const gatewayOffLink: Rule = {
  id: 'routing/gateway-off-link',
  severity: 'error',
  summary: "a next hop outside the subnets of the route's interface",
  check: (context) =>
    hops(context)
      .filter(({ nic, via }) => nic === undefined || !isOnLink(nic, via))
      .map(({ node, nic, via, at }) => ({
        at,
        message: `${via}, a next hop of ${node.name}, is in no subnet of ${nic?.device ?? 'any of its interfaces'}`,
        consequence:
          'The kernel refuses the route (Nexthop has invalid gateway): the lab does not come up.',
        mend: `Name an address of the segment itself, one that ${nic?.device ?? 'an interface'} reaches without a router.`,
      })),
};

interface Hop {
  readonly node: PlannedNode;
  /** The interface of the route; undefined where the route names none and none holds the next hop. */
  readonly nic: PlannedInterface | undefined;
  readonly via: string;
  readonly at: Place;
}

/** Every next hop of the lab, once for each interface it is reached by, at the first place that names it. */
function hops({ plan }: LintContext): Hop[] {
  return plan.nodes.flatMap((node) => {
    const found = new Map<string, Hop>();
    for (const hop of namedHops(node)) {
      const key = `${hop.nic?.device ?? ''} ${hop.via}`;
      if (!found.has(key)) found.set(key, hop);
    }
    return [...found.values()];
  });
}

/** A gateway of an interface is planned into the main table and into its policy too. */
function* namedHops(node: PlannedNode): Generator<Hop> {
  for (const [index, nic] of node.interfaces.entries()) {
    for (const { gateway: via } of nic.addresses) {
      if (via !== null)
        yield { node, nic, via, at: placeOf(node, 'interfaces', index, 'gateways') };
    }
  }
  for (const [index, route] of node.routes.entries()) {
    yield* hopOf(node, route, placeOf(node, 'routes', index));
  }
  for (const [index, { routes }] of node.policies.entries()) {
    for (const [place, route] of routes.entries()) {
      yield* hopOf(node, route, placeOf(node, 'policyRouting', index, 'routes', place));
    }
  }
}

function hopOf(node: PlannedNode, { via, device }: Route, at: Place): Hop[] {
  const nic = node.interfaces.find((candidate) => candidate.device === device);
  // A device that is not there is another rule's matter.
  if (via === null || (device !== null && nic === undefined)) return [];
  return [{ node, nic, via, at }];
}

function placeOf({ name }: PlannedNode, ...keys: Place): Place {
  return ['nodes', name, ...keys];
}

function isOnLink({ addresses }: PlannedInterface, via: string): boolean {
  const hop = parseAddress(via);
  return addresses.some(({ address, prefixLength }) => {
    const own = parseBoundAddress(`${address}/${prefixLength}`);
    return own !== null && hop !== null && contains(networkOf(own), hop);
  });
}
