import type { Rule } from '../../rule.js';

/** RT_TABLE_DEFAULT, RT_TABLE_MAIN and RT_TABLE_LOCAL, see ip-route(8). */
const reserved: Readonly<Record<number, string>> = { 253: 'default', 254: 'main', 255: 'local' };

export const reservedTable: Rule = {
  id: 'routing/reserved-table',
  severity: 'error',
  summary: "a policy rule that points to one of the kernel's own tables",
  check: ({ plan }) =>
    plan.nodes.flatMap(({ name, policies }) =>
      policies.flatMap(({ table, from }, index) => {
        const its = reserved[table];
        if (its === undefined) return [];
        return {
          at: ['nodes', name, 'policyRouting', index, 'table'],
          message: `table ${table}, for packets from ${from} of ${name}, is the kernel's table ${its}`,
          consequence: `What comes from ${from} takes the routes of table ${its}, as without the rule: its subflow leaves by the default route's interface.`,
          mend: 'Take a table id of its own, 1 to 252.',
        };
      }),
    ),
};
