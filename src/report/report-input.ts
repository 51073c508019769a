import type { Evidence } from '../model/evidence.js';
import type { Plan } from '../model/plan.js';
import type { Verdict } from '../model/verdict.js';
import type { Transfer } from './transfer/transfer.js';

/** All a report is made of; the same input gives the same bytes. */
export interface ReportInput {
  readonly plan: Plan;
  /** In the order of the plan's experiments. */
  readonly runs: readonly JudgedRun[];
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
interface Run {
  readonly evidence: Evidence;
  /** Null where the captures hold no MPTCP connection with data. */
  readonly transfer: Transfer | null;
}

/** Its verdict is told in each language. */
export interface JudgedRun extends Run {
  readonly verdicts: Readonly<Record<ReportLanguage, Verdict>>;
}

/** A run as one language tells it. */
export interface ReportRun extends Run {
  readonly verdict: Verdict;
}

/** A report as one language tells it. */
export interface ToldReport extends Omit<ReportInput, 'runs'> {
  readonly runs: readonly ReportRun[];
}

/** Every form of a report; `html` is one self-contained page. */
export const reportFormats = ['html', 'json', 'md', 'junit', 'tap'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Languages of the page and of Markdown. */
export const reportLanguages = ['en', 'ja'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];
