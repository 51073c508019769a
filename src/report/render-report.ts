import { jsonReport } from './formats/json.js';
import { junitReport } from './formats/junit.js';
import { markdownReport } from './formats/markdown.js';
import { tapReport } from './formats/tap.js';
import { htmlReport } from './page/page.js';
import type { ReportFormat, ReportInput, ReportLanguage } from './report-input.js';
import { wordsOf } from './words/words-of.js';
import type { Words } from './words/words.js';

const renderers: Readonly<Record<ReportFormat, (input: ReportInput, words: Words) => string>> = {
  html: htmlReport,
  json: jsonReport,
  md: markdownReport,
  junit: junitReport,
  tap: tapReport,
};

/** A report in one of its formats; JSON, JUnit and TAP are for programs and know no language. */
export function renderReport(
  input: ReportInput,
  format: ReportFormat,
  language: ReportLanguage,
): string {
  return renderers[format](input, wordsOf(language));
}
