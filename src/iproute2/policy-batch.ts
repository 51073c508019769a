import type { AddressFamily } from '../model/generated/topology.js';
import type { PlannedNode } from '../model/plan.js';
import { batchLine } from './batch-line.js';
import { routeWords } from './route-words.js';

/**
 * Lines that add a node's source rules of one family and the routes of that family in the tables of
 * all, see ip-rule(8). `ip rule` takes every rule for IPv4 unless told: give them to `ip -6 -batch`
 * (`ip -4 -batch`).
 */
export function policyBatch(node: PlannedNode, family: AddressFamily): string[] {
  return node.policies.flatMap(({ family: ruled, from, table, priority, routes }) => [
    ...(ruled === family
      ? [batchLine('rule', 'add', 'from', from, 'table', table, 'priority', priority)]
      : []),
    ...routes
      .filter((route) => route.family === family)
      .map((route) => batchLine('route', 'add', ...routeWords(route), 'table', table)),
  ]);
}
