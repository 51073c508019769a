import { contains, networkOf, parseAddress, parseBoundAddress } from '../../../model/ip.js';
import type { InterfaceAddress } from '../../../model/plan.js';
import { portsOf, type LintContext, type Port } from '../../context.js';
import type { Rule } from '../../rule.js';

export const outsideSubnet: Rule = {
  id: 'address/outside-subnet',
  severity: 'error',
  summary: "an address outside its segment's subnets, with nobody else there",
  check: (context) =>
    context.plan.nodes.flatMap(portsOf).flatMap((port) => {
      const { node, nic, index } = port;
      const subnets = context.segments.get(nic.segment)?.subnets ?? [];
      return nic.addresses
        .filter((it) => !isWithin(it, subnets) && !hasNeighbour(context, port, it))
        .map(({ address, prefixLength }) => ({
          at: ['nodes', node.name, 'interfaces', index, 'addresses'],
          message: `${address}/${prefixLength} of ${node.name} is in no subnet of ${nic.segment} (${subnets.join(', ')})`,
          consequence: `Nobody on ${nic.segment} has a route to it, and ${node.name} reaches nobody there: "Network is unreachable".`,
          mend: `Take an address of ${subnets.join(' or ')}, or add the subnet to ${nic.segment}.`,
        }));
    }),
};

function isWithin({ address }: InterfaceAddress, subnets: readonly string[]): boolean {
  const own = parseAddress(address);
  return subnets.some((subnet) => {
    const bound = parseBoundAddress(subnet);
    return bound !== null && own !== null && contains(networkOf(bound), own);
  });
}

/** Whether somebody else on the segment is in the address's own prefix. */
function hasNeighbour(
  { ports }: LintContext,
  { node, nic }: Port,
  { address, prefixLength }: InterfaceAddress,
): boolean {
  const others = (ports.get(nic.segment) ?? []).filter((port) => port.node !== node);
  const prefix = [`${address}/${prefixLength}`];
  return others.some((port) => port.nic.addresses.some((it) => isWithin(it, prefix)));
}
