// Lint campaigns on real namespaces: npm run campaign:lint -- --seed N [--runs N] [--from N] [--jobs N] [--only correct|broken] [--keep FILE] [--save]
import { writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { parseArgs } from 'node:util';
import { runBroken, runCorrect, type CaseResult } from './lint-campaign.js';
import { keptIn } from './kept-runs.js';
import { campaignReport } from './report.js';
import { runLab } from './run-lab.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '500' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '6' },
    only: { type: 'string' },
    keep: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
});
const [seed, runs, from, jobs] = [values.seed, values.runs, values.from, values.jobs].map(Number);
if (!seed || !runs || !jobs) throw new Error('--seed N is needed; --runs and --jobs are numbers');

const onCase = (result: CaseResult) => console.log(lineOf(result));
const run = values.keep === undefined ? runLab : keptIn(values.keep);
const options = { seed, runs, from: from ?? 0, jobs, run, onCase };
const correct = values.only === 'broken' ? [] : await runCorrect(options);
const broken = values.only === 'correct' ? [] : await runBroken(options);
const report = campaignReport(
  { seed, runs, kernel: release().split('-')[0] ?? '' },
  correct,
  broken,
);
const text = `${JSON.stringify(report, null, 2)}\n`;
console.log(text);
if (values.save) await writeFile(new URL('results/lint.json', import.meta.url), text);
process.exitCode = report.isGood ? 0 : 1;

function lineOf({ index, mutation, change, errors, warnings, run }: CaseResult): string {
  const found = [...errors, ...warnings.map((rule) => `(${rule})`)].join(' ') || 'no finding';
  const what = mutation === null ? 'correct' : `${mutation}: ${change ?? ''}`;
  return `${index} ${run.passed ? 'pass' : 'LOST'} | ${what} | ${found} | ${run.reason}`;
}
