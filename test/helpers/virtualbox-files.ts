import type { TopologyInput } from '../../src/model/generated/topology.js';
import { parseTopology } from '../../src/model/parse.js';
import type { Plan } from '../../src/model/plan.js';
import { planLab } from '../../src/plan/plan-lab.js';
import { virtualboxLimits } from '../../src/render/limits.js';
import { renderVirtualbox } from '../../src/render/virtualbox.js';

export function virtualboxPlan(topology: TopologyInput): Plan {
  return planLab(parseTopology(topology), virtualboxLimits);
}

/** The files of a lab's Vagrant directory, text and bytes alike, by path. */
export function virtualboxFiles(topology: TopologyInput): Map<string, Buffer> {
  const artifacts = renderVirtualbox(virtualboxPlan(topology));
  return new Map(artifacts.map(({ path, content }) => [path, Buffer.from(content as string)]));
}

/** A host with this many interfaces, each on a segment of its own with another host. */
export function hostWithInterfaces(count: number): TopologyInput {
  const segments = Array.from({ length: count }, (_, index) => `net${index}`);
  return {
    name: 'wide',
    segments: Object.fromEntries(segments.map((segment) => [segment, {}])),
    nodes: {
      wide: { interfaces: segments.map((segment) => ({ segment })) },
      other: { interfaces: [{ segment: 'net0' }] },
    },
    experiments: [],
  };
}
