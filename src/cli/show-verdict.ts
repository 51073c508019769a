import type { Diagnosis } from '../model/diagnosis.js';
import type { Figures, Rung, Verdict, VerdictStatus } from '../model/verdict.js';
import type { Terminal } from './terminal.js';

const colours = { pass: 'green', fail: 'red', inconclusive: 'yellow' } as const;

/** One experiment's verdict for people: status, reason, rungs, figures. */
export function showVerdict(verdict: Verdict, terminal: Terminal): string {
  const status = terminal.paint(colours[verdict.status], verdict.status.toUpperCase());
  const lines = [
    `${terminal.paint('bold', verdict.experiment)} (${verdict.kind}): ${status}`,
    `  ${verdict.reason}`,
    ...verdict.rungs.flatMap((rung) => showRung(rung, terminal)),
    ...verdict.diagnosis.flatMap((it) => showDiagnosis(it, terminal)),
    ...verdict.degraded.map((what) => `  degraded: ${what}`),
    ...showFigures(verdict.figures).map((line) => `  ${line}`),
  ];
  return lines.join('\n') + '\n';
}

function showRung({ id, status, expected, measured, reason }: Rung, terminal: Terminal): string[] {
  const padded = terminal.paint(colours[status], status.padEnd(widthOf(status)));
  const line = `  ${id.padEnd(15)} ${padded} ${measured}`;
  return status === 'pass' ? [line] : [line, `      expected: ${expected}`, `      ${reason}`];
}

/** The cause, and below it the lines that mend it. */
function showDiagnosis({ certainty, cause, mend }: Diagnosis, terminal: Terminal): string[] {
  const lines = mend.map(({ where, line }) => `      ${where}: ${line}`);
  return [`  ${terminal.paint('bold', `${certainty} cause:`)} ${cause}`, ...lines];
}

const widthOf = (status: VerdictStatus) => (status === 'inconclusive' ? status.length : 5);

function showFigures(figures: Figures): string[] {
  const payload = Object.entries(figures.payloadBytes).map(
    ([device, bytes]) => `${device} ${(bytes / 1e6).toFixed(2)} MB`,
  );
  return [
    `payload: ${payload.join(', ') || 'none captured'}`,
    ...(figures.goodputMbit === null ? [] : [`goodput: ${showGoodput(figures)}`]),
  ];
}

function showGoodput({ goodputMbit, summedRateMbit, ratio, headerLimit }: Figures): string {
  const goodput = `${(goodputMbit ?? 0).toFixed(1)} Mbit/s`;
  if (summedRateMbit === null || ratio === null) return `${goodput}, unshaped`;
  return `${goodput} of ${summedRateMbit} Mbit/s summed: ratio ${ratio.toFixed(3)}, headers leave ${headerLimit.toFixed(4)} at best`;
}
