import { contains, networkOf, parseAddress, parseBoundAddress } from '../../../model/ip.js';
import type { InterfaceAddress, PlannedInterface, PlannedNode } from '../../../model/plan.js';
import { portsOf } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';

export const overlappingSubnets: Rule = {
  id: 'address/overlapping-subnets',
  severity: 'error',
  summary: 'two interfaces of a node on two segments in one subnet',
  check: ({ plan }) => plan.nodes.flatMap(overlapsOf),
};

export const twoNicsInOneSubnet: Rule = {
  id: 'address/two-nics-in-one-subnet',
  severity: 'warning',
  summary: 'two interfaces of a node on one segment, each answering ARP for the other',
  check: ({ plan }) =>
    plan.nodes.filter(answersForAll).flatMap((node) =>
      pairsOf(node)
        .filter(([one, other]) => one.segment === other.segment)
        .map(([one, other, index]) => ({
          at: ['nodes', node.name, 'interfaces', index],
          message: `${one.device} and ${other.device} of ${node.name} are both on ${one.segment}`,
          consequence:
            'Each of them answers ARP for the address of the other: both addresses may be reached by one interface, and downloads use one path.',
          mend: `Put them on segments of their own, or set net.ipv4.conf.all.arp_ignore to 1 and arp_announce to 2 on ${node.name}.`,
        })),
    ),
};

function overlapsOf(node: PlannedNode): Mistake[] {
  return pairsOf(node)
    .filter(([one, other]) => one.segment !== other.segment && meet(one, other))
    .map(([one, other, index]) => ({
      at: ['nodes', node.name, 'interfaces', index, 'addresses'],
      message: `${one.device} and ${other.device} of ${node.name} are in one subnet, on two segments`,
      consequence: `${node.name} has two routes to that subnet and uses one: answers for ${other.device} leave by ${one.device}, joins are not completed.`,
      mend: 'Give each segment a subnet of its own.',
    }));
}

function answersForAll({ interfaces, sysctls }: PlannedNode): boolean {
  const isIpv4 = interfaces.some(({ addresses }) => addresses.some((it) => it.family === 'ipv4'));
  const ignores = sysctls.some(
    ({ key, value }) => /\.arp_(ignore|filter)$/.test(key) && value > '0',
  );
  return isIpv4 && !ignores;
}

/** Every two interfaces of a node, with the place of the second. */
function pairsOf(node: PlannedNode): (readonly [PlannedInterface, PlannedInterface, number])[] {
  const ports = portsOf(node);
  return ports.flatMap(({ nic: one }, first) =>
    ports.slice(first + 1).map(({ nic: other, index }) => [one, other, index] as const),
  );
}

function meet(one: PlannedInterface, other: PlannedInterface): boolean {
  return one.addresses.some((own) =>
    other.addresses.some((its) => holds(own, its) || holds(its, own)),
  );
}

function holds({ address, prefixLength }: InterfaceAddress, its: InterfaceAddress): boolean {
  const [own, inside] = [
    parseBoundAddress(`${address}/${prefixLength}`),
    parseAddress(its.address),
  ];
  return own !== null && inside !== null && contains(networkOf(own), inside);
}
