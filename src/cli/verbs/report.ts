import { join, resolve } from 'node:path';
import { openFile } from '../../drive/open-file.js';
import { readReport } from '../../report-lab.js';
import { renderReport } from '../../report/render-report.js';
import { reportFormats, reportLanguages, type ReportFormat } from '../../report/report-input.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findLab } from '../find-lab.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

/** Shows what a lab's latest evidence proves: a page in the lab's directory, other formats on stdout. */
export async function report(call: Call): Promise<Outcome> {
  const { options } = call;
  const format = reportFormats.find((it) => it === options.format) ?? 'html';
  if (options.open) assertFile(options.out, format);
  const { dir, lab } = await findLab(call);
  const input = await readReport(dir, lab.plan);
  const language = reportLanguages.find((it) => it === options.lang) ?? 'en';
  const text = renderReport(input, format, language);
  const out = options.out ?? (format === 'html' ? join(dir, 'report.html') : '-');
  const verdicts = input.runs.map(({ verdicts }) => verdicts.en);
  const document = { lab: lab.plan.name, dir, format, file: out === '-' ? null : out, verdicts };
  if (out === '-') return { exitCode: exitCodes.ok, text, document };
  await writeOut(out, text);
  if (options.open) await show(resolve(out), call);
  return { exitCode: exitCodes.ok, text: `${out}\n`, document };
}

function assertFile(out: string | undefined, format: ReportFormat): void {
  if (out === '-' || (out === undefined && format !== 'html')) {
    const message = 'there is no file to open: the report goes to stdout';
    throw new UsageError({ where: '--open', message, next: 'Name a file: --out FILE' });
  }
}

/** The report is written, whether or not there is a desktop to open it on. */
async function show(file: string, { emit }: Call): Promise<void> {
  const isCi = !['', 'false', undefined].includes(process.env['CI']);
  const message = isCi ? 'nobody looks at a browser in CI' : await openFile(file);
  if (message === null) return;
  const next = `Open it by hand: ${file}`;
  emit({ type: 'warning', code: 'not-opened', message: `not opened: ${message}`, next });
}
