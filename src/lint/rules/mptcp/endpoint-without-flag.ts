import { pointer } from '../../../model/pointer.js';
import type { Rule } from '../../rule.js';
import { clientsOf, endpointPlaces } from '../../roles.js';

export const endpointWithoutFlag: Rule = {
  id: 'mptcp/endpoint-without-flag',
  severity: 'error',
  summary: 'an endpoint without any flag, which the kernel accepts and never uses',
  check: (context) => {
    const clients = clientsOf(context);
    return endpointPlaces(context)
      .filter(({ endpoint }) => endpoint.flags.length === 0)
      .map(({ node, endpoint, at }) => {
        const flag = clients.has(node.name) ? 'subflow' : 'signal';
        return {
          at,
          message: `the endpoint ${endpoint.address} of ${node.name} has no flag`,
          consequence:
            'The kernel lists it and never uses it: no MP_JOIN, no ADD_ADDR, no error, one path.',
          mend: `Give it the flag ${flag}.`,
          changes: [{ op: 'add', path: pointer(...at, 'flags'), value: [flag] }],
          safe: true,
        };
      });
  },
};
