import { loadTopology } from '../../drive/load-topology.js';
import { labFor } from '../../lab.js';
import type { ExperimentInput } from '../../model/generated/topology.js';
import type { PlannedExperiment } from '../../model/plan.js';
import type { VerdictStatus } from '../../model/verdict.js';
import type { Call } from '../call.js';
import { UsageError } from '../usage-error.js';
import { gradedTopology } from './graded-topology.js';
import { runSubmission } from './run-submission.js';

export interface ExpectedVerdict {
  readonly name: string;
  readonly status: VerdictStatus;
  /** Paths the experiment has; null where any number will do. */
  readonly paths: number | null;
}

/** What a student's lab is measured by. */
export interface Expectation {
  readonly experiments: readonly ExpectedVerdict[];
  /** Rules whose errors and warnings the lab has on purpose. */
  readonly rules: readonly string[];
  /** The solution's experiments, run in place of the student's; null where only verdicts are given. */
  readonly inputs: readonly ExperimentInput[] | null;
}

/** Reads a file of verdicts, or runs a solution to see what it proves. */
export async function expectationOf(file: string, call: Call): Promise<Expectation> {
  const value = await loadTopology(file);
  if (isTopology(value)) return provedBy(value, call);
  if (isVerdicts(value)) return givenBy(value);
  throw new UsageError({
    where: file,
    message: 'is neither a topology nor verdicts',
    next: 'Name the solution, or write {"experiments": {"multi-subflow": {"status": "pass", "paths": 2}}}.',
  });
}

async function provedBy(topology: object, call: Call): Promise<Expectation> {
  const lab = labFor(gradedTopology(topology), 'netns');
  const { verdicts, rules, problems } = await runSubmission(lab, call);
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(problem);
  const { experiments } = lab.plan;
  return {
    experiments: verdicts.map(({ experiment: name, status }) => {
      const paths = experiments.find((it) => it.name === name)?.paths.length ?? null;
      return { name, status, paths };
    }),
    rules,
    inputs: experiments.map(inputOf),
  };
}

function inputOf(experiment: PlannedExperiment): ExperimentInput {
  const { name, kind, client, server, family, seconds, programs } = experiment;
  const own = Object.entries(programs).filter(([, argv]) => argv !== null);
  return {
    ...{ name, kind, client, server, family, seconds },
    ...(own.length > 0 && { programs: Object.fromEntries(own) }),
  };
}

interface Verdicts {
  readonly experiments: Readonly<
    Record<string, { readonly status: VerdictStatus; readonly paths?: number }>
  >;
  readonly rules?: readonly string[];
}

function givenBy({ experiments, rules = [] }: Verdicts): Expectation {
  const expected = Object.entries(experiments).map(([name, { status, paths = null }]) => ({
    ...{ name, status, paths },
  }));
  return { experiments: expected, rules: [...rules].sort(), inputs: null };
}

function isTopology(value: unknown): value is object {
  return isObject(value) && 'nodes' in value;
}

const statuses: readonly unknown[] = ['pass', 'fail', 'inconclusive'];

function isVerdicts(value: unknown): value is Verdicts {
  if (!isObject(value) || !isObject(value['experiments'])) return false;
  const { experiments, rules = [] } = value;
  const isExpected = (it: unknown) =>
    isObject(it) &&
    statuses.includes(it['status']) &&
    ['number', 'undefined'].includes(typeof it['paths']);
  const isNames = Array.isArray(rules) && rules.every((rule) => typeof rule === 'string');
  return isNames && Object.values(experiments as object).every(isExpected);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
