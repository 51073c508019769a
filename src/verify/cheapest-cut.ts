import type { ShapedEgress } from '../model/plan.js';

/** What shapes each of several paths. */
type Paths = readonly (readonly ShapedEgress[])[];

/**
 * The smallest sum in Mbit/s of shaped interfaces of which every path crosses one: what all paths carry
 * together at most, a bottleneck they share counted once (max-flow min-cut; paths that only share on the
 * way to one server form a tree, where it is exact). Null where a path crosses none.
 */
export function cheapestCut(paths: Paths): number | null {
  return paths.some((shapedBy) => shapedBy.length === 0) ? null : cutOf(paths, new Map());
}

/** Some interface of the first path is in the cut: tries each, with those paths gone that cross it. */
function cutOf(paths: Paths, known: Map<string, number>): number {
  const [first] = paths;
  if (first === undefined) return 0;
  const key = paths.map(nameOf).join('\n');
  const best =
    known.get(key) ??
    Math.min(...first.map((egress) => egress.rateMbit + cutOf(without(paths, egress), known)));
  known.set(key, best);
  return best;
}

function without(paths: Paths, egress: ShapedEgress): Paths {
  return paths.filter((path) => !path.some((other) => isSame(other, egress)));
}

function isSame(one: ShapedEgress, other: ShapedEgress): boolean {
  return one.node === other.node && one.device === other.device;
}

function nameOf(path: readonly ShapedEgress[]): string {
  return path.map(({ node, device }) => `${node}:${device}`).join(' ');
}
