import { parseAddress } from '../../../model/ip.js';
import type { Rule } from '../../rule.js';
import { deviceMistakes, ruledStrays } from '../../stray-flows.js';

export const emptyTable: Rule = {
  id: 'routing/empty-table',
  severity: 'error',
  summary: 'a policy rule that points to a table without a route to the server',
  unless: deviceMistakes,
  check: (context) =>
    ruledStrays(context)
      .filter(({ route }) => route === null)
      .map(({ flow: { client, path, there }, policy, index }) => ({
        at: ['nodes', client.name, 'policyRouting', index, 'routes'],
        message: `table ${policy.table} of ${client.name} has no route to ${path.serverAddress ?? ''}`,
        consequence: `The kernel goes on to the main table: the subflow from ${path.address} is established, but leaves by ${there.steps[0]?.device ?? 'no device'}; no payload byte leaves ${path.device}.`,
        mend: `Give table ${policy.table} a default route by ${path.device}, or leave "policyRouting" out to have it planned.`,
      })),
};

export const crossedTables: Rule = {
  id: 'routing/crossed-tables',
  severity: 'error',
  summary: "a policy rule whose table leads out of another interface than its address's",
  unless: [...deviceMistakes, 'routing/shared-table', 'routing/reserved-table'],
  check: (context) =>
    ruledStrays(context).flatMap(({ flow: { client, path }, policy, index, route }) => {
      if (route === null || parseAddress(path.address) === null) return [];
      return {
        at: ['nodes', client.name, 'policyRouting', index],
        message: `table ${policy.table} of ${client.name}, for packets from ${path.address}, leads out of ${route.device ?? 'no device'}`,
        consequence: `The subflow from ${path.address} is established and every counter looks right, but its packets leave by ${route.device ?? 'no device'} instead of ${path.device}.`,
        mend: `Let the routes of table ${policy.table} leave by ${path.device}, the interface of ${path.address}.`,
      };
    }),
};
