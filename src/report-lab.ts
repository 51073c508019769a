import { join } from 'node:path';
import { loadEvidence } from './drive/evidence.js';
import { isMissing } from './drive/missing-file.js';
import { LabError } from './errors.js';
import type { LoadedEvidence } from './model/evidence.js';
import type { Plan } from './model/plan.js';
import type { JudgedRun, ReportInput, RunWithoutEvidence } from './report/report-input.js';
import { transferOf } from './report/transfer/transfer-of.js';
import { judgeObserved } from './verify/judge.js';
import { observe } from './verify/observation.js';
import { en } from './verify/words/en.js';
import { ja } from './verify/words/ja.js';

/** Reads the latest evidence of each of a lab's experiments and judges it again. */
export async function readReport(dir: string, plan: Plan): Promise<ReportInput> {
  const runs: JudgedRun[] = [];
  const withoutEvidence: RunWithoutEvidence[] = [];
  for (const { name } of plan.experiments) {
    const read = await readRun(join(dir, 'evidence', name));
    if ('verdicts' in read) runs.push(read);
    else withoutEvidence.push({ experiment: name, ...read });
  }
  return { plan, runs, withoutEvidence };
}

async function readRun(dir: string): Promise<JudgedRun | Omit<RunWithoutEvidence, 'experiment'>> {
  try {
    return runOf(await loadEvidence(dir));
  } catch (error) {
    if (isMissing(error)) return { why: 'never-run', problem: null };
    if (!(error instanceof LabError) && !isSystemError(error)) throw error;
    const [first] = error instanceof LabError ? error.problems : [];
    // Without the place: a report is the same wherever its lab lies.
    return { why: 'unreadable', problem: first ? first.message : (error as { code: string }).code };
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** One run's verdict in each language, and its data over time, from one reading of its captures. */
export function runOf(loaded: LoadedEvidence): JudgedRun {
  const observation = observe(loaded);
  const { evidence, analysis } = observation;
  const verdicts = { en: judgeObserved(observation, en), ja: judgeObserved(observation, ja) };
  return { evidence, verdicts, transfer: transferOf(analysis, evidence.experiment.paths) };
}
