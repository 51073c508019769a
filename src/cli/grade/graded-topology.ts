import type { TopologyInput } from '../../model/generated/topology.js';
import { parseTopology } from '../../model/parse.js';

/**
 * A topology as it is graded, the solution too: every rule speaks, whatever its author had to say to that.
 *
 * @throws LabError `topology-invalid`
 */
export function gradedTopology(value: unknown): TopologyInput {
  const { lint: _, ...topology } = parseTopology(value);
  return topology;
}
