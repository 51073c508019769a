import { openTopologyFile } from '../../drive/topology-file.js';
import { loadTopology } from '../../drive/load-topology.js';
import { labFor, type Lab } from '../../lab.js';
import type { ExperimentInput, TopologyInput } from '../../model/generated/topology.js';
import { UsageError } from '../usage-error.js';
import type { Expectation } from './expectation.js';
import { gradedTopology } from './graded-topology.js';

/**
 * A student's lab as it is graded: the network is the student's; which programs run between whom, and
 * which rules speak, is not.
 *
 * @throws LabError where it is no lab
 */
export async function submittedLab(file: string, { inputs }: Expectation): Promise<Lab> {
  if ((await openTopologyFile(file)) === null) throw isProgram(file);
  const topology = gradedTopology(await loadTopology(file));
  const own = topology.experiments;
  const experiments = inputs === null ? own?.map(withoutPrograms) : graded(inputs, topology);
  return labFor({ ...topology, ...(experiments && { experiments }) }, 'netns');
}

/** The solution's experiments; how programs are made to use MPTCP is part of the lab. */
function graded(
  inputs: readonly ExperimentInput[],
  { experiments: own = [] }: TopologyInput,
): ExperimentInput[] {
  return inputs.map((input) => {
    const forcing = own.find(({ name, kind }) => (name ?? kind) === input.name)?.forcing;
    return { ...input, ...(forcing && { forcing }) };
  });
}

/** They would run with the rights of who grades. */
function withoutPrograms({ programs: _, ...experiment }: ExperimentInput): ExperimentInput {
  return experiment;
}

function isProgram(file: string): UsageError {
  return new UsageError({
    where: file,
    message: 'is a program, and would run with your rights',
    next: 'Ask for a .yaml, .yml or .json.',
  });
}
