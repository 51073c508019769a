import {
  addressBits,
  contains,
  networkOf,
  parseBoundAddress,
  type Prefix,
} from '../../../model/ip.js';
import type { PlannedInterface, PlannedNode } from '../../../model/plan.js';
import { portsOf, type LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';

export const overlappingSubnets: Rule = {
  id: 'address/overlapping-subnets',
  severity: 'error',
  summary: 'two interfaces of a node on two segments in one subnet',
  check: (context) => context.plan.nodes.flatMap((node) => overlapsOf(context, node)),
};

/** An interface and one of the subnets it is in. */
interface Attachment {
  readonly nic: PlannedInterface;
  readonly index: number;
  readonly subnet: Prefix;
}

/** Prefixes overlap only where one holds the other, so in order the wider ones are those before. */
function overlapsOf(context: LintContext, node: PlannedNode): Mistake[] {
  let wider: readonly Attachment[] = [];
  return attachmentsOf(node).flatMap((narrow) => {
    const holding = wider.filter(({ subnet }) => contains(subnet, narrow.subnet));
    wider = [...holding, narrow];
    const wide = holding.at(-1);
    return wide !== undefined && areMixed(context, wide, narrow)
      ? overlapMistake(node, wide, narrow)
      : [];
  });
}

function overlapMistake({ name }: PlannedNode, one: Attachment, other: Attachment): Mistake {
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  return {
    at: ['nodes', name, 'interfaces', second.index, 'addresses'],
    message: `${first.nic.device} and ${second.nic.device} of ${name} are in one subnet, on two segments`,
    consequence: `${name} has two routes to that subnet and uses one: answers for the other segment leave by the wrong interface, joins are not completed.`,
    mend: 'Give each segment a subnet of its own.',
  };
}

/** Addresses with the prefix of a single host are in no subnet. */
function attachmentsOf(node: PlannedNode): Attachment[] {
  const attachments = portsOf(node).flatMap(({ nic, index }) =>
    nic.addresses.flatMap(({ address, prefixLength }) => {
      const bound = parseBoundAddress(`${address}/${prefixLength}`);
      if (bound === null || bound.length === addressBits[bound.family]) return [];
      return { nic, index, subnet: networkOf(bound) };
    }),
  );
  return attachments.toSorted((one, other) => inOrder(one.subnet, other.subnet));
}

function inOrder(one: Prefix, other: Prefix): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1;
  if (one.value !== other.value) return one.value < other.value ? -1 : 1;
  return one.length - other.length;
}

/** The longer prefix wins in routing, so a wider one does no harm unless somebody there is inside the narrow one. */
function areMixed({ ports }: LintContext, wide: Attachment, narrow: Attachment): boolean {
  if (wide.nic.segment === narrow.nic.segment) return false;
  if (wide.subnet.length === narrow.subnet.length) return true;
  const there = (ports.get(wide.nic.segment) ?? []).flatMap(({ nic }) => nic.addresses);
  return there.some(({ address, prefixLength }) => {
    const bound = parseBoundAddress(`${address}/${prefixLength}`);
    return bound !== null && contains(narrow.subnet, bound);
  });
}
