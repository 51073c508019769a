import { constants } from 'node:os';
import type { ErrorCode } from '../errors.js';
import type { Verdict } from '../model/verdict.js';

/** What the command line's exit codes mean; docs/cli.md and every --help repeat it. */
export const exitCodes = {
  ok: 0,
  /** A verdict failed, `generate --check` found drift, `lint` an error, or `grade` a wrong mark. */
  failed: 1,
  badInput: 2,
  /** The lab or the host failed. */
  broken: 3,
  inconclusive: 4,
} as const;

const badInput: ReadonlySet<ErrorCode> = new Set([
  'topology-unreadable',
  'topology-invalid',
  'plan-impossible',
  'lint-errors',
  'foreign-file',
  'unknown-name',
  'not-supported',
]);

export function exitCodeOfError(code: ErrorCode): number {
  return badInput.has(code) ? exitCodes.badInput : exitCodes.broken;
}

/** A failed verdict outweighs an inconclusive one: it proves something. */
export function exitCodeOfVerdicts(verdicts: readonly Verdict[]): number {
  const has = (wanted: Verdict['status']) => verdicts.some(({ status }) => status === wanted);
  if (has('fail')) return exitCodes.failed;
  return has('inconclusive') ? exitCodes.inconclusive : exitCodes.ok;
}

/** As shells count: 128 and the signal's number. */
export function exitCodeOfSignal(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
