import { pointer } from '../../../model/pointer.js';
import { multi } from '../../roles.js';
import type { Rule } from '../../rule.js';

export const endpointMissing: Rule = {
  id: 'mptcp/endpoint-missing',
  severity: 'error',
  summary: "a further path of an experiment without endpoint for the client's address on it",
  unless: ['mptcp/endpoint-address-unowned', 'mptcp/off-on-client'],
  check: ({ plan, nodes }) =>
    multi(plan.experiments).flatMap(({ name, client, paths, serverAddress }) => {
      const endpoints = nodes.get(client)?.mptcp.endpoints ?? [];
      return (
        paths
          .slice(1)
          // Joins to an announced address need no endpoint of the client.
          .filter((path) => path.serverAddress === serverAddress)
          .filter(({ address }) => !endpoints.some((endpoint) => endpoint.address === address))
          .map(({ address, device }) => ({
            at: ['nodes', client, 'mptcp', 'endpoints'],
            message: `${client} has no endpoint ${address}, a path of ${name}`,
            consequence: `No join is ever sent from ${address}: ${device} stays idle, and no counter says so.`,
            mend: `Add the endpoint ${address} with the flag subflow on ${device}, or leave "endpoints" out to have them planned.`,
            changes: [
              {
                op: 'add' as const,
                path: pointer('nodes', client, 'mptcp', 'endpoints', endpoints.length),
                value: { address, flags: ['subflow'], dev: device },
              },
            ],
            safe: true,
          }))
      );
    }),
};
