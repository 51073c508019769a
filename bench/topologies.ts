import type { NodeInput, SegmentInput, TopologyInput } from 'subflow';

/**
 * A tree of routers with 20 hosts on each leaf's segment: a core router, routers below it with up to
 * 20 leaf routers each, and about `nodeCount` nodes in all.
 */
export function tree(nodeCount: number): TopologyInput {
  const segments: Record<string, SegmentInput> = { core: {} };
  const nodes: Record<string, NodeInput> = {};
  const leaves = Math.max(1, Math.round(nodeCount / 21));
  const areas = Math.ceil(leaves / 20);
  let hosts = 0;
  for (let area = 0; area < areas; area += 1) {
    segments[`area${area}`] = {};
    nodes[`r${area}`] = {
      role: 'router',
      interfaces: [{ segment: 'core' }, { segment: `area${area}` }],
    };
  }
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    segments[`lan${leaf}`] = {};
    nodes[`r${Math.floor(leaf / 20)}-${leaf}`] = {
      role: 'router',
      interfaces: [{ segment: `area${Math.floor(leaf / 20)}` }, { segment: `lan${leaf}` }],
    };
    for (let host = 0; host < 20 && hosts < nodeCount - areas - leaves; host += 1, hosts += 1) {
      nodes[`h${leaf}-${host}`] = { interfaces: [{ segment: `lan${leaf}` }] };
    }
  }
  return { name: 'tree', segments, nodes };
}

/** `hostCount` hosts on one segment, as mininet's `single` topology has them. */
export function single(hostCount: number): TopologyInput {
  const hosts = Array.from({ length: hostCount }, (_, index) => `h${index + 1}`);
  return {
    name: `single${hostCount}`,
    segments: { lan: {} },
    nodes: Object.fromEntries(hosts.map((name) => [name, { interfaces: [{ segment: 'lan' }] }])),
  };
}
