import type { Rule } from '../../rule.js';
import { endpointPlaces } from '../../roles.js';

export const endpointAddressUnowned: Rule = {
  id: 'mptcp/endpoint-address-unowned',
  severity: 'error',
  summary: 'an endpoint of an address that the node does not have',
  check: (context) =>
    endpointPlaces(context)
      .filter(({ node, endpoint }) => {
        const owners = context.owners.get(endpoint.address) ?? [];
        return !owners.some((port) => port.node === node);
      })
      .map(({ node, endpoint, at }) => {
        const own = node.interfaces.flatMap(({ addresses }) => addresses.map((it) => it.address));
        return {
          at: [...at, 'address'],
          message: `${node.name} has no address ${endpoint.address}`,
          consequence: endpoint.flags.includes('signal')
            ? 'The address is announced and nobody answers there: joins are sent in vain.'
            : 'The kernel accepts it and cannot bind to it: no MP_JOIN leaves (MPJoinSynTxBindErr counts), one path.',
          mend: `Take one of its addresses: ${own.join(', ')}.`,
        };
      }),
};
