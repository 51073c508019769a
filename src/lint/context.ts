import type { TopologyInput } from '../model/generated/topology.js';
import type { Plan, PlannedInterface, PlannedNode, PlannedSegment } from '../model/plan.js';
import { flowsOf, type Flow } from './flows.js';
import { lazy } from './lazy.js';

/** An interface and whose it is. */
export interface Port {
  readonly node: PlannedNode;
  readonly nic: PlannedInterface;
  /** Its place among the node's interfaces. */
  readonly index: number;
}

/** What rules look at: the plan, the topology it was made of, and indexes that are made once. */
export interface LintContext {
  readonly plan: Plan;
  /** Null where only the plan is known, as with a committed directory. */
  readonly topology: TopologyInput | null;
  /** The rules there are. */
  readonly ruleIds: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, PlannedNode>;
  readonly segments: ReadonlyMap<string, PlannedSegment>;
  /** Every interface with the address. */
  readonly owners: ReadonlyMap<string, readonly Port[]>;
  /** Who is plugged into a segment. */
  readonly ports: ReadonlyMap<string, readonly Port[]>;
  /** Every subflow the experiments expect, with its way there and back. */
  readonly flows: readonly Flow[];
}

export function lintContext(
  topology: TopologyInput | null,
  plan: Plan,
  ruleIds: ReadonlySet<string>,
): LintContext {
  const all = lazy(() => plan.nodes.flatMap(portsOf));
  const nodes = lazy(() => new Map(plan.nodes.map((node) => [node.name, node])));
  const segments = lazy(() => new Map(plan.segments.map((segment) => [segment.name, segment])));
  const owners = lazy(() => ownersOf(all()));
  const ports = lazy(() => groupBy(all(), ({ nic }) => nic.segment));
  const flows = lazy(() => flowsOf(context));
  const context: LintContext = {
    plan,
    topology,
    ruleIds,
    get nodes() {
      return nodes();
    },
    get segments() {
      return segments();
    },
    get owners() {
      return owners();
    },
    get ports() {
      return ports();
    },
    get flows() {
      return flows();
    },
  };
  return context;
}

export function portsOf(node: PlannedNode): Port[] {
  return node.interfaces.map((nic, index) => ({ node, nic, index }));
}

function ownersOf(ports: readonly Port[]): Map<string, Port[]> {
  const owners = new Map<string, Port[]>();
  for (const port of ports) {
    for (const { address } of port.nic.addresses) push(owners, address, port);
  }
  return owners;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
