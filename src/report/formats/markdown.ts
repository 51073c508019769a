import { quoteMarkdown } from '../../quote/markdown.js';
import { experimentRows, mendText, reproduceLines, rungRows, settingRows } from '../rows.js';
import type { ReportInput, ReportRun } from '../report-input.js';
import type { Words } from '../words/words.js';

/** The report as Markdown, for a pull request or a job's summary. */
export function markdownReport({ plan, runs }: ReportInput, words: Words): string {
  const { headings, columns } = words;
  const blocks = [
    `# ${quoteMarkdown(words.title(plan.name))}`,
    `## ${headings.verdicts}`,
    runs.length === 0
      ? words.noRuns
      : table([columns.experiment, columns.verdict, columns.reason], experimentRows(runs, words)),
    ...runs.flatMap((run) => runBlocks(run, words)),
  ];
  return blocks.join('\n\n') + '\n';
}

function runBlocks(run: ReportRun, words: Words): string[] {
  const { headings, columns } = words;
  const { experiment, diagnosis } = run.verdict;
  const causes = diagnosis.flatMap(({ certainty, cause, mend }) => [
    `- **${words.certainty[certainty]}**: ${quoteMarkdown(cause)}`,
    ...mend.map((it) => `  - ${quoteMarkdown(mendText(it))}`),
  ]);
  return [
    `## ${quoteMarkdown(experiment)}`,
    ...(causes.length > 0 ? [`### ${headings.diagnosis}`, causes.join('\n')] : []),
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
  ];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(quoteMarkdown).join(' | ')} |`;
  return [line(header), `|${header.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}
