import { join } from 'node:path';
import { loadEvidence } from './drive/evidence.js';
import { isMissing } from './drive/missing-file.js';
import type { Plan } from './model/plan.js';
import type { ReportInput, ReportRun } from './report/report-input.js';
import { judge } from './verify/judge.js';

/** Reads the latest evidence of each of a lab's experiments and judges it again; those never run are left out. */
export async function readReport(dir: string, plan: Plan): Promise<ReportInput> {
  const runs: ReportRun[] = [];
  for (const { name } of plan.experiments) {
    const run = await readRun(join(dir, 'evidence', name));
    if (run !== null) runs.push(run);
  }
  return { plan, runs };
}

async function readRun(dir: string): Promise<ReportRun | null> {
  try {
    const loaded = await loadEvidence(dir);
    return { evidence: loaded.evidence, verdict: judge(loaded) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
