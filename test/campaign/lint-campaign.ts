import type { Finding } from '../../src/model/finding.js';
import { brokenLab, correctLab } from './broken-topology.js';
import { inParallel } from './in-parallel.js';
import type { Runner } from './kept-runs.js';
import type { RunResult } from './run-lab.js';

export interface CampaignOptions {
  readonly seed: number;
  readonly runs: number;
  /** The first index. */
  readonly from: number;
  /** Labs that run at the same time. */
  readonly jobs: number;
  readonly run: Runner;
  readonly onCase?: (result: CaseResult) => void;
}

/** One lab of a campaign: what the linter said, and what the kernel did. */
export interface CaseResult {
  readonly index: number;
  /** What is wrong in the lab; null in a correct one. */
  readonly mutation: string | null;
  readonly change: string | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly run: RunResult;
}

/** Correct labs, none of which may have an error and all of which must pass. */
export async function runCorrect(options: CampaignOptions): Promise<CaseResult[]> {
  return overIndexes(options, async (index) => {
    const lab = correctLab(options.seed, index);
    const run = await options.run(lab);
    return { index, mutation: null, change: null, ...said(lab.findings), run };
  });
}

/** The same labs, each with one random mistake. */
export async function runBroken(options: CampaignOptions): Promise<CaseResult[]> {
  return overIndexes(options, async (index) => {
    const { lab, mutation, change } = brokenLab(options.seed, index);
    const run = await options.run(lab);
    return { index, mutation, change, ...said(lab.findings), run };
  });
}

/** A lab that lost a path and of which the linter had nothing to say. */
export function isMissed({ run, errors, warnings }: CaseResult): boolean {
  return !run.passed && errors.length === 0 && warnings.length === 0;
}

async function overIndexes(
  { runs, from, jobs, onCase }: CampaignOptions,
  runCase: (index: number) => Promise<CaseResult>,
): Promise<CaseResult[]> {
  const indexes = Array.from({ length: runs }, (_, offset) => from + offset);
  return inParallel(indexes, jobs, async (index) => {
    const result = await runCase(index);
    onCase?.(result);
    return result;
  });
}

function said(findings: readonly Finding[]): Pick<CaseResult, 'errors' | 'warnings'> {
  const of = (wanted: Finding['severity']) => [
    ...new Set(findings.filter(({ severity }) => severity === wanted).map(({ rule }) => rule)),
  ];
  return { errors: of('error'), warnings: of('warning') };
}
