import type { Finding, Severity } from '../model/finding.js';
import type { Terminal } from './terminal.js';

const colours = { error: 'red', warning: 'yellow', advice: 'green' } as const;

/** One finding for people: what is wrong, where, what will happen, what to do. */
export function showFinding(finding: Finding, place: string, terminal: Terminal): string {
  const { rule, severity, path, message, consequence, mend } = finding;
  const fixable = mend.safe ? ' (--fix does it)' : '';
  return [
    `${place}: ${terminal.paint(colours[severity], severity)} ${message}  [${rule}]`,
    `  at ${path}`,
    `  ${consequence}`,
    `  -> ${mend.text}${fixable}`,
  ].join('\n');
}

/** How many there are of each severity. */
export function countFindings(findings: readonly Finding[]): string {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const counts = [
    `${count('error')} error(s)`,
    `${count('warning')} warning(s)`,
    `${count('advice')} advice`,
  ];
  return counts.join(', ');
}
