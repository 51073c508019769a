import type { PlannedNode } from '../model/plan.js';
import { batchLine } from './batch-line.js';
import { routeWords } from './route-words.js';

/** Lines that fill a node's main table, see ip-route(8). */
export function routeBatch(node: PlannedNode): string[] {
  return node.routes.map((route) => batchLine('route', 'add', ...routeWords(route)));
}
