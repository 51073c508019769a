import { quoteMarkdown } from '../../quote/markdown.js';
import type { Plan } from '../../model/plan.js';
import {
  experimentRows,
  goodputText,
  mendText,
  payloadRows,
  reproduceLines,
  rungRows,
  settingRows,
} from '../rows.js';
import { linkHead, linkRows } from '../topology/link-rows.js';
import { pictureOf } from '../topology/links.js';
import {
  coverageText,
  goodputHead,
  goodputRows,
  subflowHead,
  subflowRows,
} from '../transfer/rows.js';
import type { ToldReport, ReportRun } from '../report-input.js';
import type { Words } from '../words/words.js';

/** The report as Markdown, for a pull request or a job's summary. */
export function markdownReport(input: ToldReport, words: Words): string {
  const { plan, runs } = input;
  const { headings, columns } = words;
  const blocks = [
    `# ${quoteMarkdown(words.title(plan.name))}`,
    `## ${headings.verdicts}`,
    ...(runs.length === 0 ? [words.noRuns] : []),
    table([columns.experiment, columns.verdict, columns.reason], experimentRows(input, words)),
    ...runs.flatMap((run) => runBlocks(plan, run, words)),
  ];
  return blocks.join('\n\n') + '\n';
}

function runBlocks(plan: Plan, run: ReportRun, words: Words): string[] {
  const { headings, columns } = words;
  const { experiment, diagnosis } = run.verdict;
  const goodput = goodputText(run, words);
  const causes = diagnosis.flatMap(({ id, certainty, cause, mend }) => [
    `- **${words.cause[id]}** (${words.certainty[certainty]}): ${quoteMarkdown(cause)}`,
    ...mend.map((it) => `  - ${quoteMarkdown(mendText(it))}`),
  ]);
  return [
    `## ${quoteMarkdown(experiment)}`,
    ...(goodput === null ? [] : [quoteMarkdown(goodput)]),
    ...(causes.length > 0 ? [`### ${headings.diagnosis}`, causes.join('\n')] : []),
    `### ${headings.topology}`,
    table(linkHead(words), linkRows(pictureOf(plan, run), words)),
    `### ${headings.payload}`,
    table([columns.leavesBy, columns.payload, columns.share], payloadRows(run)),
    ...transferBlocks(run, words),
    `### ${headings.ladder}`,
    table(
      [columns.rung, columns.verdict, columns.measured, columns.expected],
      rungRows(run, words),
    ),
    `### ${headings.environment}`,
    table([columns.setting, columns.value], settingRows(run, words)),
    `### ${headings.reproduce}`,
    reproduceLines(run)
      .map((line) => `    ${line.replace(/\s+/g, ' ')}`)
      .join('\n'),
    `### ${headings.files}`,
    table([columns.file, 'SHA-256'], Object.entries(run.evidence.files)),
  ];
}

function transferBlocks({ transfer }: ReportRun, words: Words): string[] {
  const { headings, charts } = words;
  if (transfer === null) return [`### ${headings.subflows}`, charts.noTransfer];
  return [
    `### ${headings.subflows}`,
    quoteMarkdown(coverageText(transfer, words)),
    table(subflowHead(words), subflowRows(transfer, words)),
    `### ${headings.goodput} (Mbit/s)`,
    table(goodputHead(transfer, words), goodputRows(transfer)),
  ];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(quoteMarkdown).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}
