import { parseAddress } from '../../../model/ip.js';
import type { PlannedNode, Policy } from '../../../model/plan.js';
import type { Mistake, Rule } from '../../rule.js';

export const sharedTable: Rule = {
  id: 'routing/shared-table',
  severity: 'error',
  summary: 'addresses of two interfaces whose policy rules point to one table',
  check: ({ plan }) => plan.nodes.flatMap(sharedTables),
};

function sharedTables(node: PlannedNode): Mistake[] {
  const first = new Map<string, { policy: Policy; device: string }>();
  return node.policies.flatMap((policy, index) => {
    const device = deviceOf(node, policy.from);
    if (device === undefined) return [];
    const key = `${policy.family} ${policy.table}`;
    const other = first.get(key) ?? { policy, device };
    first.set(key, other);
    return other.device === device ? [] : sharedMistake(node, { policy, device, index }, other);
  });
}

function sharedMistake(
  { name }: PlannedNode,
  { policy, device, index }: { policy: Policy; device: string; index: number },
  other: { policy: Policy; device: string },
): Mistake {
  return {
    at: ['nodes', name, 'policyRouting', index, 'table'],
    message: `table ${policy.table} of ${name} is for packets from ${other.policy.from} and from ${policy.from}`,
    consequence: `One table has one default route: what comes from ${policy.from} leaves by ${other.device}'s, its subflow is established and no byte leaves ${device}.`,
    mend: 'Give each source address a table of its own.',
  };
}

/** The interface that has the source address; a prefix belongs to none. */
function deviceOf({ interfaces }: PlannedNode, from: string): string | undefined {
  if (parseAddress(from) === null) return undefined;
  return interfaces.find(({ addresses }) => addresses.some(({ address }) => address === from))
    ?.device;
}
