import { LabError } from '../errors.js';
import type { TopologyInput } from './generated/topology.js';
import { validate } from './generated/validate-topology.js';
import { schemaProblems } from './schema-problems.js';
import { topologyProblems } from './topology-problems.js';

/**
 * Checks that a value is a topology. Settings that are merely wrong pass, so that broken labs can be
 * built on purpose: gateways nobody has, limits of 0, endpoints without flags.
 *
 * @throws LabError `topology-invalid` with every problem: first those of form; once the form is right,
 * those of meaning (names that lead nowhere, addresses that are none).
 */
export function parseTopology(input: unknown): TopologyInput {
  if (!validate(input)) {
    throw new LabError('topology-invalid', schemaProblems(input, validate.errors ?? []));
  }
  const problems = topologyProblems(input);
  if (problems.length > 0) throw new LabError('topology-invalid', problems);
  return input;
}
