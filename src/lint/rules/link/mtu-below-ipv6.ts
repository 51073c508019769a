import type { Rule } from '../../rule.js';

/** RFC 8200 section 5. */
const leastMtu = 1280;

export const mtuBelowIpv6: Rule = {
  id: 'link/mtu-below-ipv6',
  severity: 'error',
  summary: 'a segment with IPv6 and an MTU that IPv6 does not allow',
  check: ({ plan }) =>
    plan.segments
      .filter(({ mtu, subnets }) => mtu < leastMtu && subnets.some((it) => it.includes(':')))
      .map(({ name, mtu }) => ({
        at: ['segments', name, 'mtu'],
        message: `${name} has IPv6 and an MTU of ${mtu} bytes`,
        consequence:
          'The kernel has no IPv6 on such an interface and refuses its addresses (Invalid argument): the lab does not come up.',
        mend: `Set it to ${leastMtu} or more, or leave IPv6 out on ${name}.`,
      })),
};
