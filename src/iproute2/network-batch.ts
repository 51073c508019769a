import type { Plan, PlannedInterface, PlannedSegment } from '../model/plan.js';
import { batchLine } from './batch-line.js';

type Member = PlannedSegment['members'][number];

/**
 * Lines that make a namespace for each node and the links between them: a veth pair for a segment
 * of two, else a bridge outside the nodes with a veth pair to each, see ip-link(8).
 */
export function networkBatch(plan: Plan): string[] {
  const interfaces = new Map(
    plan.nodes.flatMap((node) =>
      node.interfaces.map((nic) => [key({ node: node.name, device: nic.device }), nic] as const),
    ),
  );
  const end = (member: Member) => nodeEnd(member, interfaces.get(key(member)));
  return [
    ...plan.nodes.map(({ name }) => batchLine('netns', 'add', name)),
    ...plan.segments.flatMap((segment, index) => segmentLines(segment, `seg${index}`, end)),
  ];
}

type NodeEnd = (member: Member) => readonly (string | number)[];

function segmentLines(segment: PlannedSegment, bridge: string, end: NodeEnd): string[] {
  const [first, second, ...others] = segment.members;
  if (first && second && others.length === 0) {
    return [batchLine('link', 'add', ...end(first), 'type', 'veth', 'peer', ...end(second))];
  }
  return [
    batchLine('link', 'add', 'name', bridge, 'mtu', segment.mtu, 'type', 'bridge'),
    batchLine('link', 'set', bridge, 'up'),
    ...segment.members.flatMap((member, index) => {
      const port = `${bridge}p${index}`;
      const portEnd = ['name', port, 'mtu', segment.mtu];
      return [
        batchLine('link', 'add', ...portEnd, 'type', 'veth', 'peer', ...end(member)),
        batchLine('link', 'set', port, 'master', bridge, 'up'),
      ];
    }),
  ];
}

function nodeEnd({ node, device }: Member, nic: PlannedInterface | undefined) {
  const hardware = nic === undefined ? [] : ['address', nic.mac, 'mtu', nic.mtu];
  return ['name', device, ...hardware, 'netns', node];
}

function key({ node, device }: Member): string {
  return `${node} ${device}`;
}
