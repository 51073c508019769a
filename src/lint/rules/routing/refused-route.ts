import type { PlannedNode, Route } from '../../../model/plan.js';
import type { Place, Rule } from '../../rule.js';

export const duplicateRoute: Rule = {
  id: 'routing/duplicate-route',
  severity: 'error',
  summary: 'two routes of one prefix and metric in a table',
  check: ({ plan }) =>
    plan.nodes.flatMap((node) =>
      tablesOf(node).flatMap(({ routes, at, name }) =>
        routes.flatMap((route, index) => {
          const first = routes.findIndex((other) => isSame(route, other));
          if (first === index) return [];
          return {
            at: [...at, index],
            message: `${node.name} has two routes to ${route.to} of the same metric in ${name}`,
            consequence: 'The kernel refuses the second (File exists): the lab does not come up.',
            mend: 'Remove one, or give it a metric of its own.',
          };
        }),
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

/** The kernel's key of a route; IPv6 takes several of them as one with several next hops. */
function isSame(one: Route, other: Route): boolean {
  if (one.family === 'ipv6' || one.family !== other.family) return one === other;
  return one.to === other.to && (one.metric ?? 0) === (other.metric ?? 0);
}
