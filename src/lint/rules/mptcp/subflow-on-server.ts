import { pointer } from '../../../model/pointer.js';
import { endpointPlaces } from '../../roles.js';
import type { Rule } from '../../rule.js';

export const subflowOnServer: Rule = {
  id: 'mptcp/subflow-on-server',
  severity: 'warning',
  summary: "a server's endpoint that is used instead of announced",
  check: (context) => {
    const { experiments } = context.plan;
    const clients = new Set(experiments.map(({ client }) => client));
    const servers = new Set(experiments.map(({ server }) => server));
    return endpointPlaces(context)
      .filter(({ node }) => servers.has(node.name) && !clients.has(node.name))
      .filter(({ endpoint: { flags } }) => flags.includes('subflow') && !flags.includes('signal'))
      .map(({ node, endpoint, at }) => ({
        at: [...at, 'flags'],
        message: `the endpoint ${endpoint.address} of the server ${node.name} has the flag subflow, not signal`,
        consequence: `${node.name} does not announce the address and tries to connect to its clients from it, in vain (MPJoinSynTxCreatSkErr counts): no path by ${endpoint.address}.`,
        mend: 'Write the flag signal.',
        changes: [{ op: 'replace' as const, path: pointer(...at, 'flags'), value: ['signal'] }],
      }));
  },
};
