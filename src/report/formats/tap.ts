import type { Rung, Verdict } from '../../model/verdict.js';
import type { ToldReport, RunWithoutEvidence } from '../report-input.js';
import { withoutEvidenceText } from '../rows.js';
import { en } from '../words/en.js';

/** One line of TAP without its number, and what it says besides where it is not ok. */
interface Point {
  readonly name: string;
  readonly isOk: boolean;
  readonly skipped: string | null;
  readonly details: Readonly<Record<string, string>>;
}

/** TAP 14: a line for each rung; one that proves nothing is not ok and says so. */
export function tapReport({ runs, withoutEvidence }: ToldReport): string {
  const points = [
    ...runs.flatMap(({ verdict }) => verdict.rungs.map((rung) => pointOf(verdict, rung))),
    ...withoutEvidence.map(emptyPoint),
  ];
  return ['TAP version 14', `1..${points.length}`, ...points.flatMap(linesOf), ''].join('\n');
}

function pointOf({ experiment }: Verdict, { id, status, expected, measured, reason }: Rung): Point {
  const details = { status, expected, measured, reason };
  return { name: `${experiment}: ${id}`, isOk: status === 'pass', skipped: null, details };
}

/** What never ran is skipped, evidence beyond reading not ok. */
function emptyPoint(it: RunWithoutEvidence): Point {
  const reason = withoutEvidenceText(it, en);
  const isOk = it.why === 'never-run';
  const skipped = isOk ? reason : null;
  return { name: `${it.experiment}: evidence`, isOk, skipped, details: { reason } };
}

function linesOf({ name, isOk, skipped, details }: Point, index: number): string[] {
  const directive = skipped === null ? '' : ` # SKIP ${oneLine(skipped)}`;
  const line = `${isOk ? 'ok' : 'not ok'} ${index + 1} - ${quoteTap(name)}${directive}`;
  if (isOk) return [line];
  // JSON strings are YAML's double-quoted ones.
  const yaml = Object.entries(details).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  return [line, '  ---', ...yaml, '  ...'];
}

/** A `#` would begin a directive. */
function quoteTap(text: string): string {
  return oneLine(text).replace(/[\\#]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
