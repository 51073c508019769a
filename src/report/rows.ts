import type { Mend } from '../model/diagnosis.js';
import { showBytes, showPercent, showRate } from './figures.js';
import { quoteSh } from '../model/quote-sh.js';
import type { ReportRun, ToldReport, RunWithoutEvidence } from './report-input.js';
import type { Words } from './words/words.js';

export function experimentRows(input: ToldReport, words: Words): string[][] {
  return [
    ...input.runs.map(({ verdict }) => [
      verdict.experiment,
      words.status[verdict.status],
      verdict.reason,
    ]),
    ...input.withoutEvidence.map((it) => [it.experiment, '', withoutEvidenceText(it, words)]),
  ];
}

export function withoutEvidenceText({ why, problem }: RunWithoutEvidence, words: Words): string {
  return [words.withoutEvidence[why], ...(problem === null ? [] : [problem])].join(': ');
}

export function rungRows({ verdict }: ReportRun, words: Words): string[][] {
  return verdict.rungs.map((rung) => [
    `${words.rung[rung.id]} (${rung.id})`,
    words.status[rung.status],
    rung.status === 'pass' ? rung.measured : words.because(rung.measured, rung.reason),
    rung.expected,
  ]);
}

/** TCP payload toward the server by the client's interface, and its part of all. */
export function payloadRows({ verdict: { figures } }: ReportRun): string[][] {
  const payload = Object.entries(figures.payloadBytes);
  const all = Math.max(
    1,
    payload.reduce((sum, [, bytes]) => sum + bytes, 0),
  );
  return payload.map(([device, bytes]) => [device, showBytes(bytes), showPercent(bytes / all)]);
}

export function settingRows({ evidence: { environment } }: ReportRun, words: Words): string[][] {
  return [
    [words.kernel, environment.kernel],
    [words.provider, environment.provider],
    ...environment.degraded.map((text) => [words.degraded, text]),
    ...Object.entries(environment.tools),
    ...Object.entries(environment.sysctls),
  ];
}

export function mendText({ where, line }: Mend): string {
  return `${where}: ${line}`;
}

/** Goodput beside the summed rate, or null where it was not measured. */
export function goodputText({ verdict: { figures } }: ReportRun, words: Words): string | null {
  const { goodputMbit, summedRateMbit, ratio } = figures;
  if (goodputMbit === null) return null;
  const sum = summedRateMbit === null ? null : showRate(summedRateMbit);
  return words.goodputOf(showRate(goodputMbit), sum, ratio === null ? null : showPercent(ratio));
}

/** What brings the same lab up and runs the experiment again, and the programs it ran. */
export function reproduceLines({ evidence }: ReportRun): string[] {
  const { client, server } = evidence.programs;
  return [
    'subflow recreate',
    `subflow verify --experiment ${quoteSh(evidence.experiment.name)}`,
    `# on ${server.node}: ${server.argv.map(quoteSh).join(' ')}`,
    `# on ${client.node}: ${client.argv.map(quoteSh).join(' ')}`,
  ];
}
