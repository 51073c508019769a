import { join } from 'node:path';
import { replaceFile } from '../../drive/replace-file.js';
import { readReport } from '../../report-lab.js';
import { renderReport } from '../../report/render-report.js';
import { reportFormats, reportLanguages } from '../../report/report-input.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { findLab } from '../find-lab.js';

/** Shows what a lab's latest evidence proves: a page in the lab's directory, other formats on stdout. */
export async function report(call: Call): Promise<Outcome> {
  const { options } = call;
  const { dir, lab } = await findLab(call);
  const input = await readReport(dir, lab.plan);
  const format = reportFormats.find((it) => it === options.format) ?? 'html';
  const language = reportLanguages.find((it) => it === options.lang) ?? 'en';
  const text = renderReport(input, format, language);
  const out = options.out ?? (format === 'html' ? join(dir, 'report.html') : '-');
  const verdicts = input.runs.map(({ verdict }) => verdict);
  const document = { lab: lab.plan.name, dir, format, file: out === '-' ? null : out, verdicts };
  if (out === '-') return { exitCode: exitCodes.ok, text, document };
  await replaceFile(out, text);
  return { exitCode: exitCodes.ok, text: `${out}\n`, document };
}
