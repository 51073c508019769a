import type { PlannedNode } from '../../../model/plan.js';
import type { Mistake, Rule } from '../../rule.js';

export const twoNicsInOneSubnet: Rule = {
  id: 'address/two-nics-in-one-subnet',
  severity: 'warning',
  summary: 'two interfaces of a node on one segment, each answering ARP for the other',
  check: ({ plan }) => plan.nodes.filter(answersForAll).flatMap(doublesOf),
};

function doublesOf({ name, interfaces }: PlannedNode): Mistake[] {
  const firstOn = new Map<string, string>();
  return interfaces.flatMap(({ segment, device }, index) => {
    const first = firstOn.get(segment);
    firstOn.set(segment, first ?? device);
    if (first === undefined) return [];
    return {
      at: ['nodes', name, 'interfaces', index],
      message: `${first} and ${device} of ${name} are both on ${segment}`,
      consequence:
        'Each of them answers ARP for the address of the other: both addresses may be reached by one interface, and downloads use one path.',
      mend: `Put them on segments of their own, or set net.ipv4.conf.all.arp_ignore to 1 and arp_announce to 2 on ${name}.`,
    };
  });
}

function answersForAll({ interfaces, sysctls }: PlannedNode): boolean {
  const isIpv4 = interfaces.some(({ addresses }) => addresses.some((it) => it.family === 'ipv4'));
  const ignores = sysctls.some(
    ({ key, value }) => /\.arp_(ignore|filter)$/.test(key) && value !== '0',
  );
  return isIpv4 && !ignores;
}
