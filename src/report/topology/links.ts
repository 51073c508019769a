import type {
  Plan,
  PlannedExperiment,
  PlannedInterface,
  PlannedNode,
  PlannedSegment,
} from '../../model/plan.js';
import type { ReportRun } from '../report-input.js';
import { withTraffic } from './traffic.js';

/** A vertex of the picture: a node, or a segment that is more than a cable. */
export type Vertex =
  | { readonly kind: 'node'; readonly id: string; readonly node: PlannedNode }
  | { readonly kind: 'segment'; readonly id: string; readonly segment: PlannedSegment };

export interface LinkEnd {
  readonly vertex: string;
  /** Of the node or the segment. */
  readonly name: string;
  /** Null at a segment. */
  readonly nic: PlannedInterface | null;
}

/** A cable of the picture: a segment of two members, or one member's plug into a larger one. */
export interface Link {
  readonly id: string;
  readonly segment: PlannedSegment;
  /** Nearer to the client. */
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Which of the experiment's paths starts here; null where none does. */
  readonly path: number | null;
  /** Null in a picture without evidence. */
  readonly traffic: Traffic | null;
  /** Addresses of other paths whose data went by here, which is a mistake. */
  readonly strays: readonly string[];
}

/** What crossed a link while the experiment ran. */
export interface Traffic {
  /** `spare`: idle as planned. */
  readonly state: 'busy' | 'idle' | 'spare' | 'unmeasured';
  readonly toServerBytes: number;
  readonly toClientBytes: number;
  /** Of the busiest link's bytes to the server, 0 to 1. */
  readonly load: number;
}

export interface Picture {
  readonly vertices: readonly Vertex[];
  readonly links: readonly Link[];
}

/** Vertices and links of a lab, from the client on, with what a run's evidence says they carried. */
export function pictureOf(plan: Plan, run: ReportRun | null): Picture {
  const experiment = run?.evidence.experiment ?? plan.experiments[0] ?? null;
  const order = fromClient(plan, experiment?.client ?? null);
  const cables = plan.segments.filter(isCable);
  const vertices: Vertex[] = [
    ...plan.nodes.map((node) => ({ kind: 'node' as const, id: nodeId(node.name), node })),
    ...plan.segments
      .filter((segment) => !isCable(segment))
      .map((segment) => ({ kind: 'segment' as const, id: segmentId(segment.name), segment })),
  ];
  const bare = [
    ...cables.map((segment) => cableOf(plan, segment, order)),
    ...plan.segments.filter((it) => !isCable(it)).flatMap((it) => plugsOf(plan, it, order)),
  ];
  const links = bare.map((link, index) => ({
    ...{ ...link, id: `l${index}`, traffic: null, strays: [] },
    path: experiment && pathOf(link, experiment),
  }));
  return { vertices, links: run ? withTraffic(links, run) : links };
}

export const nodeId = (name: string) => `n:${name}`;
const segmentId = (name: string) => `s:${name}`;

/** A segment of two interfaces on different nodes is drawn as a cable. */
function isCable({ members }: PlannedSegment): boolean {
  const [one, other] = members;
  return members.length === 2 && one?.node !== other?.node;
}

/** How far each vertex is from the client, so that links point away from it. */
function fromClient({ nodes, segments }: Plan, client: string | null): Map<string, number> {
  const start = client ?? nodes.find(({ role }) => role === 'host')?.name ?? nodes[0]?.name ?? '';
  const distance = new Map([[nodeId(start), 0]]);
  for (const id of distance.keys()) {
    const reached = segments.flatMap(({ name, members }) => {
      const ids = [segmentId(name), ...members.map(({ node }) => nodeId(node))];
      return ids.includes(id) ? ids : [];
    });
    const step = (distance.get(id) ?? 0) + 1;
    for (const it of reached) if (!distance.has(it)) distance.set(it, step);
  }
  return distance;
}

type BareLink = Pick<Link, 'segment' | 'from' | 'to'>;

function cableOf(plan: Plan, segment: PlannedSegment, order: Map<string, number>): BareLink {
  const [one, other] = segment.members.map((member) => endOf(plan, member));
  const nowhere = hubOf(segment);
  return oriented(segment, [one ?? nowhere, other ?? nowhere], order);
}

function plugsOf(plan: Plan, segment: PlannedSegment, order: Map<string, number>): BareLink[] {
  const hub = hubOf(segment);
  return segment.members.map((member) => oriented(segment, [endOf(plan, member), hub], order));
}

function hubOf({ name }: PlannedSegment): LinkEnd {
  return { vertex: segmentId(name), name, nic: null };
}

function endOf({ nodes }: Plan, { node, device }: PlannedSegment['members'][number]): LinkEnd {
  const nics = nodes.find(({ name }) => name === node)?.interfaces ?? [];
  return {
    vertex: nodeId(node),
    name: node,
    nic: nics.find((nic) => nic.device === device) ?? null,
  };
}

function oriented(
  segment: PlannedSegment,
  [one, other]: readonly [LinkEnd, LinkEnd],
  order: Map<string, number>,
): BareLink {
  const far = ({ vertex }: LinkEnd) => order.get(vertex) ?? Infinity;
  return far(one) <= far(other)
    ? { segment, from: one, to: other }
    : { segment, from: other, to: one };
}

function pathOf({ from, to }: BareLink, experiment: PlannedExperiment): number | null {
  const end = [from, to].find(({ vertex }) => vertex === nodeId(experiment.client));
  const index = experiment.paths.findIndex(({ device }) => device === end?.nic?.device);
  return index < 0 ? null : index;
}
