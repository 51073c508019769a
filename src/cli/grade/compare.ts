import type { PlannedExperiment } from '../../model/plan.js';
import type { Expectation, ExpectedVerdict } from './expectation.js';
import type { Proof } from './run-submission.js';

/** One thing that is graded. */
export interface Mark {
  /** An experiment's name, or `findings`. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly isRight: boolean;
  /** Why it is not as expected; empty where it is. */
  readonly reason: string;
}

/**
 * Compares what a lab proves with what is expected: a mark for each experiment, and one for the findings.
 * What is no lab has no planned experiments, null.
 */
export function compare(
  { experiments, rules }: Expectation,
  planned: readonly PlannedExperiment[] | null,
  proof: Proof,
): Mark[] {
  return [
    ...experiments.map((expected) => markOfExperiment(expected, planned ?? [], proof)),
    planned === null ? unlinted(rules) : markOfFindings(rules, proof),
  ];
}

function markOfExperiment(
  { name, status, paths }: ExpectedVerdict,
  planned: readonly PlannedExperiment[],
  { verdicts, problems }: Proof,
): Mark {
  const verdict = verdicts.find(({ experiment }) => experiment === name);
  const count = planned.find((experiment) => experiment.name === name)?.paths.length ?? 0;
  const expected = inWords(status, paths);
  if (verdict === undefined) {
    const reason = problems[0]?.message ?? `the topology has no experiment ${name}`;
    return { what: name, expected, found: 'not run', isRight: false, reason };
  }
  const isRight = verdict.status === status && (paths === null || paths === count);
  const found = inWords(verdict.status, paths === null ? null : count);
  return { what: name, expected, found, isRight, reason: isRight ? '' : verdict.reason };
}

function inWords(status: string, paths: number | null): string {
  return paths === null ? status : `${status} over ${paths} path(s)`;
}

function markOfFindings(expected: readonly string[], { rules, findings }: Proof): Mark {
  const strange = findings.find(({ rule }) => !expected.includes(rule));
  const missing = expected.find((rule) => !rules.includes(rule));
  const reason = strange?.message ?? (missing === undefined ? '' : `${missing} has nothing to say`);
  return {
    what: 'findings',
    ...{ expected: listed(expected), found: listed(rules) },
    ...{ isRight: reason === '', reason },
  };
}

/** Of what is no lab. */
function unlinted(rules: readonly string[]): Mark {
  const reason = 'there is no lab to lint';
  return { what: 'findings', expected: listed(rules), found: 'not linted', isRight: false, reason };
}

function listed(rules: readonly string[]): string {
  return rules.length === 0 ? 'none' : rules.join(', ');
}
