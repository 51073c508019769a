import type { PlannedNode, Route } from '../../../model/plan.js';
import type { Place, Rule } from '../../rule.js';

export const duplicateRoute: Rule = {
  id: 'routing/duplicate-route',
  severity: 'error',
  summary: 'two routes of one prefix and metric in a table',
  check: ({ plan }) =>
    plan.nodes.flatMap((node) =>
      tablesOf(node).flatMap(({ routes, at, name }) =>
        repeated(routes).map(({ route, index }) => ({
          at: [...at, index],
          message: `${node.name} has two routes to ${route.to} of the same metric in ${name}`,
          consequence: 'The kernel refuses the second (File exists): the lab does not come up.',
          mend: 'Remove one, or give it a metric of its own.',
        })),
      ),
    ),
};

export const routeDeviceMissing: Rule = {
  id: 'routing/device-missing',
  severity: 'error',
  summary: 'a route by a device that the node does not have',
  check: ({ plan }) =>
    plan.nodes.flatMap((node) => {
      const devices = node.interfaces.map(({ device }) => device);
      return tablesOf(node).flatMap(({ routes, at }) =>
        routes.flatMap(({ to, device }, index) => {
          if (device === null || devices.includes(device)) return [];
          return {
            at: [...at, index, 'dev'],
            message: `${node.name} has no device ${device}, by which its route to ${to} is to leave`,
            consequence: 'ip refuses the route (Cannot find device): the lab does not come up.',
            mend: `Take one of ${devices.join(', ')}, or leave "dev" out.`,
          };
        }),
      );
    }),
};

interface Table {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly at: Place;
}

/** The main table's routes, and those of each policy rule. */
function tablesOf({ name, routes, policies }: PlannedNode): Table[] {
  return [
    { name: 'the main table', routes, at: ['nodes', name, 'routes'] },
    ...policies.map(({ table, routes: own }, index) => ({
      name: `table ${table}`,
      routes: own,
      at: ['nodes', name, 'policyRouting', index, 'routes'],
    })),
  ];
}

/** Those whose key the kernel has already; IPv6 takes several of one as one with several next hops. */
function repeated(routes: readonly Route[]): { route: Route; index: number }[] {
  const known = new Set<string>();
  return routes.flatMap((route, index) => {
    const key = `${route.to} ${route.metric ?? 0}`;
    const isRepeated = route.family === 'ipv4' && known.has(key);
    known.add(key);
    return isRepeated ? { route, index } : [];
  });
}
