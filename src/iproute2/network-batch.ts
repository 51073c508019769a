import type { Plan, PlannedInterface, PlannedSegment } from '../model/plan.js';
import { batchLine } from './batch-line.js';

type Member = PlannedSegment['members'][number];

/** Below are the loopback device and those that tunnel modules put into every new namespace. */
const firstIndex = 100;

/**
 * Lines that make a namespace for each node and the links between them: a veth pair for a segment
 * of two, else a bridge outside the nodes with a veth pair to each, see ip-link(8).
 *
 * Every device has an index of its own in the whole lab. Left to the kernel, each namespace counts
 * from 2, and a veth whose index is its peer's is taken for a device that is its own lower one: its
 * carrier is then told up to a second late (linkwatch_urgent_event, net/core/link_watch.c), and
 * until then its routes are `linkdown` and neighbour discovery is lost.
 */
export function networkBatch(plan: Plan): string[] {
  const interfaces = new Map(
    plan.nodes.flatMap((node) =>
      node.interfaces.map((nic) => [key({ node: node.name, device: nic.device }), nic] as const),
    ),
  );
  const device = indexed();
  const end = (member: Member) => [
    ...device(member.device),
    ...hardware(interfaces.get(key(member))),
    ...['netns', member.node],
  ];
  return [
    ...plan.nodes.map(({ name }) => batchLine('netns', 'add', name)),
    ...plan.segments.flatMap((segment, index) => segmentLines(segment, `seg${index}`, device, end)),
  ];
}

type Words = readonly (string | number)[];

function segmentLines(
  segment: PlannedSegment,
  bridge: string,
  device: (name: string) => Words,
  end: (member: Member) => Words,
): string[] {
  const [first, second, ...others] = segment.members;
  if (first && second && others.length === 0) {
    return [batchLine('link', 'add', ...end(first), 'type', 'veth', 'peer', ...end(second))];
  }
  return [
    batchLine('link', 'add', ...device(bridge), 'mtu', segment.mtu, 'type', 'bridge'),
    batchLine('link', 'set', bridge, 'up'),
    ...segment.members.flatMap((member, index) => {
      const port = `${bridge}p${index}`;
      const portEnd = [...device(port), 'mtu', segment.mtu];
      return [
        batchLine('link', 'add', ...portEnd, 'type', 'veth', 'peer', ...end(member)),
        batchLine('link', 'set', port, 'master', bridge, 'up'),
      ];
    }),
  ];
}

/** Names devices, each with the next index. */
function indexed(): (name: string) => Words {
  let index = firstIndex;
  return (name) => ['name', name, 'index', index++];
}

function hardware(nic: PlannedInterface | undefined): Words {
  return nic === undefined ? [] : ['address', nic.mac, 'mtu', nic.mtu];
}

function key({ node, device }: Member): string {
  return `${node} ${device}`;
}
