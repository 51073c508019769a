import type { Rule } from '../../rule.js';

export const duplicateAddress: Rule = {
  id: 'address/duplicate',
  severity: 'error',
  summary: 'one address on two interfaces',
  check: ({ owners }) =>
    [...owners].flatMap(([address, [first, ...others]]) =>
      others.map(({ node, nic, index }) => ({
        at: ['nodes', node.name, 'interfaces', index, 'addresses'],
        message: `${nic.device} of ${node.name} has ${address}, as ${first?.nic.device ?? ''} of ${first?.node.name ?? ''} has`,
        consequence:
          'Packets go to whichever is nearer or answers first: connections end at the wrong node and are refused, or break.',
        mend: 'Give one of them another address, or leave "addresses" out to have them planned.',
      })),
    ),
};
