import type { Evidence } from '../model/evidence.js';
import type { Plan } from '../model/plan.js';
import type { Verdict } from '../model/verdict.js';
import type { Transfer } from './transfer/transfer.js';

/** All a report is made of; the same input gives the same bytes. */
export interface ReportInput {
  readonly plan: Plan;
  /** In the order of the plan's experiments. */
  readonly runs: readonly ReportRun[];
  /** The plan's other experiments. */
  readonly withoutEvidence: readonly RunWithoutEvidence[];
}

/** An experiment that left nothing to judge. */
export interface RunWithoutEvidence {
  readonly experiment: string;
  readonly why: 'never-run' | 'unreadable';
  /** What is wrong with its evidence; null where there is none. */
  readonly problem: string | null;
}

/** One experiment's latest run. */
export interface ReportRun {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** Null where the captures hold no MPTCP connection with data. */
  readonly transfer: Transfer | null;
}

/** Every form of a report; `html` is one self-contained page. */
export const reportFormats = ['html', 'json', 'md', 'junit', 'tap'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Languages of the page and of Markdown. */
export const reportLanguages = ['en', 'ja'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];
