import { certain } from './certain.js';
import { CostQueue } from './cost-queue.js';
import type { RouterGraph } from './router-graph.js';

/** Dijkstra's tree from one vertex. -1 stands for none. */
export interface ShortestPaths {
  /** The vertex before each one. */
  readonly before: Int32Array;
  /** The first router on the way to each vertex, besides the source itself. */
  readonly firstRouter: Int32Array;
}

export function shortestPaths(graph: RouterGraph, source: number): ShortestPaths {
  const size = graph.neighbours.length;
  const cost = new Float64Array(size).fill(Infinity);
  const before = new Int32Array(size).fill(-1);
  const firstRouter = new Int32Array(size).fill(-1);
  const queue = new CostQueue();
  cost[source] = 0;
  queue.push(source, 0);
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    const { vertex } = entry;
    if (entry.cost > at(cost, vertex)) continue;
    const onward = entry.cost + at(graph.weights, vertex);
    for (const next of graph.neighbours[vertex] ?? []) {
      if (onward >= at(cost, next)) continue;
      cost[next] = onward;
      before[next] = vertex;
      const inherited = at(firstRouter, vertex);
      firstRouter[next] = inherited === -1 && isRouter(graph, next) ? next : inherited;
      if (!isDeadEnd(graph, next)) queue.push(next, onward);
    }
  }
  return { before, firstRouter };
}

/** Nothing lies behind it, as with most segments of a large lab. */
function isDeadEnd({ neighbours }: RouterGraph, vertex: number): boolean {
  return certain(neighbours[vertex]).length === 1;
}

function isRouter({ segments }: RouterGraph, vertex: number): boolean {
  return vertex >= segments.length;
}

function at(values: Float64Array | Int32Array, index: number): number {
  return certain(values[index]);
}
