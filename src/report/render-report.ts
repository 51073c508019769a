import { jsonReport } from './formats/json.js';
import { junitReport } from './formats/junit.js';
import { markdownReport } from './formats/markdown.js';
import { tapReport } from './formats/tap.js';
import { htmlReport } from './page/page.js';
import type { ReportFormat, ReportInput, ReportLanguage, ToldReport } from './report-input.js';
import { wordsOf } from './words/words-of.js';
import type { Words } from './words/words.js';

const renderers: Readonly<
  Record<ReportFormat, (input: ReportInput, language: ReportLanguage) => string>
> = {
  html: spoken(htmlReport),
  md: spoken(markdownReport),
  json: (input) => jsonReport(told(input, 'en')),
  junit: (input) => junitReport(told(input, 'en')),
  tap: (input) => tapReport(told(input, 'en')),
};

/** A report in one of its formats; JSON, JUnit and TAP are for programs and in English. */
export function renderReport(
  input: ReportInput,
  format: ReportFormat,
  language: ReportLanguage,
): string {
  return renderers[format](input, language);
}

function spoken(render: (input: ToldReport, words: Words) => string) {
  return (input: ReportInput, language: ReportLanguage) =>
    render(told(input, language), wordsOf(language));
}

function told(input: ReportInput, language: ReportLanguage): ToldReport {
  const runs = input.runs.map(({ evidence, verdicts, transfer }) => ({
    ...{ evidence, verdict: verdicts[language], transfer },
  }));
  return { ...input, runs };
}
