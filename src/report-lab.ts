import { join } from 'node:path';
import { analyzeCaptureBytes } from './analyze/analyze-captures.js';
import { loadEvidence } from './drive/evidence.js';
import { isMissing } from './drive/missing-file.js';
import { LabError } from './errors.js';
import type { LoadedEvidence } from './model/evidence.js';
import type { Plan } from './model/plan.js';
import type { ReportInput, ReportRun, RunWithoutEvidence } from './report/report-input.js';
import { transferOf } from './report/transfer/transfer-of.js';
import { judge } from './verify/judge.js';

/** Reads the latest evidence of each of a lab's experiments and judges it again. */
export async function readReport(dir: string, plan: Plan): Promise<ReportInput> {
  const runs: ReportRun[] = [];
  const withoutEvidence: RunWithoutEvidence[] = [];
  for (const { name } of plan.experiments) {
    const read = await readRun(join(dir, 'evidence', name));
    if ('verdict' in read) runs.push(read);
    else withoutEvidence.push({ experiment: name, ...read });
  }
  return { plan, runs, withoutEvidence };
}

async function readRun(dir: string): Promise<ReportRun | Omit<RunWithoutEvidence, 'experiment'>> {
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

/** One run's verdict, and its data over time. */
export function runOf(loaded: LoadedEvidence): ReportRun {
  const { evidence, captures } = loaded;
  const files = evidence.captures.flatMap(({ device, file }) => {
    const bytes = captures.get(file);
    return bytes ? [{ name: file, device, bytes }] : [];
  });
  const transfer = transferOf(analyzeCaptureBytes(files), evidence.experiment.paths);
  return { evidence, verdict: judge(loaded), transfer };
}
