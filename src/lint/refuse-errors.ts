import { LabError, type Problem } from '../errors.js';
import type { Finding } from '../model/finding.js';
import { nearest } from '../model/nearest.js';
import { rules } from './rules.js';

/**
 * Refuses a lab with errors of rules that are not allowed.
 *
 * @throws LabError `lint-errors` with every one of them; `unknown-name` for an allowed rule there is not
 */
export function refuseErrors(findings: readonly Finding[], allowed: readonly string[] = []): void {
  const unknown = allowed.filter((id) => !rules.some((rule) => rule.id === id));
  if (unknown.length > 0) throw new LabError('unknown-name', unknown.map(unknownRule));
  const errors = findings.filter(
    ({ severity, rule }) => severity === 'error' && !allowed.includes(rule),
  );
  if (errors.length > 0) throw new LabError('lint-errors', errors.map(problemOf));
}

export function unknownRule(id: string): Problem {
  const meant = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return {
    where: id,
    message: 'there is no such rule',
    next: meant === null ? 'See docs/rules for all of them.' : `Did you mean "${meant}"?`,
  };
}

/** A finding as a problem: what stands in the way, and both ways on. */
export function problemOf({ rule, where, message, consequence, mend }: Finding): Problem {
  return {
    where,
    message: `${message} (${rule}). ${consequence}`,
    next: `${mend.text} To build it all the same: --allow ${rule}, or { allow: ['${rule}'] } in the API.`,
  };
}
