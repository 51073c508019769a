import type { Problem } from '../errors.js';
import { experimentProblems } from './experiment-problems.js';
import type { TopologyInput } from './generated/topology.js';
import { nodeProblems } from './node-problems.js';
import { segmentProblems } from './segment-problems.js';

/** What no schema can say of a well-formed topology. */
export function topologyProblems(topology: TopologyInput): Problem[] {
  return [
    ...segmentProblems(topology),
    ...nodeProblems(topology),
    ...experimentProblems(topology.experiments ?? [], topology.nodes),
  ];
}
