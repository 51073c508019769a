import { contains, networkOf, parseAddress, parseBoundAddress } from '../../../model/ip.js';
import type { PlannedNode } from '../../../model/plan.js';
import type { Rule } from '../../rule.js';

export const sourceUnowned: Rule = {
  id: 'routing/source-unowned',
  severity: 'warning',
  summary: 'a policy rule for a source address that the host does not have',
  check: ({ plan }) =>
    plan.nodes
      .filter(({ role }) => role === 'host')
      .flatMap((node) =>
        node.policies.flatMap(({ from, table }, index) => {
          if (ownsAnyOf(node, from)) return [];
          return {
            at: ['nodes', node.name, 'policyRouting', index, 'from'],
            message: `${node.name} has no address ${from}, which table ${table} is for`,
            consequence:
              'No packet ever meets the rule: what it was meant for takes the main table and leaves by the interface of the lowest metric.',
            mend: `Name one of its addresses: ${addressesOf(node).join(', ')}.`,
          };
        }),
      ),
};

function addressesOf({ interfaces }: PlannedNode): string[] {
  return interfaces.flatMap(({ addresses }) => addresses.map(({ address }) => address));
}

function ownsAnyOf(node: PlannedNode, from: string): boolean {
  const prefix = parseBoundAddress(from);
  if (prefix === null) return addressesOf(node).includes(from);
  return addressesOf(node).some((text) => {
    const address = parseAddress(text);
    return address !== null && contains(networkOf(prefix), address);
  });
}
