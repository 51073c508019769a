import type { Plan, PlannedInterface, PlannedNode, Policy, Route } from '../../model/plan.js';
import { yamlText } from '../yaml.js';
import { managementOf, type Management } from '../../model/management.js';
import { marker } from '../netns/marker.js';

/**
 * NoCloud's network-config: netplan's own format, version 2 (netplan.readthedocs.io, "YAML
 * configuration"), which cloud-init hands to netplan as it is.
 */
export function networkConfig(plan: Plan, node: PlannedNode): string {
  const management = managementOf(plan, node);
  const lab = node.interfaces.map((nic, index) => [nic.device, labNic(node, nic, index)] as const);
  return (
    marker(`The network of ${node.name}, for netplan.`) +
    yamlText({
      version: 2,
      ethernets: Object.fromEntries<object>([
        ...lab,
        [management.device, managementNic(management)],
      ]),
    })
  );
}

function labNic(node: PlannedNode, nic: PlannedInterface, index: number) {
  const routes = [
    ...node.routes
      .filter(({ device }) => device === nic.device)
      .map((route) => netplanRoute(route)),
    ...node.policies.flatMap(({ table, routes: inTable }) =>
      inTable
        .filter(({ device }) => device === nic.device)
        .map((route) => netplanRoute(route, table)),
    ),
  ];
  const rules = node.policies
    .filter((policy) => ownerOf(node, policy) === index)
    .map(({ from, table, priority }) => ({ from, table, priority }));
  return {
    match: { macaddress: nic.mac },
    'set-name': nic.device,
    mtu: nic.mtu,
    'accept-ra': false,
    addresses: nic.addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`),
    ...(routes.length > 0 && { routes }),
    ...(rules.length > 0 && { 'routing-policy': rules }),
  };
}

/** No route, and the host's name servers: it is for SSH alone, whatever becomes of the lab's paths. */
function managementNic({ mac, device }: Management) {
  return {
    match: { macaddress: mac },
    'set-name': device,
    dhcp4: true,
    'dhcp4-overrides': { 'use-routes': false, 'use-hostname': false },
    'accept-ra': false,
  };
}

function netplanRoute({ family, to, via, metric }: Route, table?: number) {
  return {
    to: to === 'default' && family === 'ipv6' ? '::/0' : to,
    ...(via !== null && { via }),
    ...(via === null && family === 'ipv4' && { scope: 'link' }),
    ...(metric !== null && { metric }),
    ...(table !== undefined && { table }),
  };
}

/** netplan keeps a rule with an interface: the one that has the rule's source address, or the first. */
function ownerOf({ interfaces }: PlannedNode, { from }: Policy): number {
  const owner = interfaces.findIndex(({ addresses }) =>
    addresses.some(({ address }) => address === from),
  );
  return Math.max(0, owner);
}
