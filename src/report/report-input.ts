import type { Evidence } from '../model/evidence.js';
import type { Plan } from '../model/plan.js';
import type { Verdict } from '../model/verdict.js';

/** All a report is made of; the same input gives the same bytes. */
export interface ReportInput {
  readonly plan: Plan;
  /** In the order of the plan's experiments. */
  readonly runs: readonly ReportRun[];
}

/** One experiment's latest run. */
export interface ReportRun {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
}

/** Every form of a report; `html` is one self-contained page. */
export const reportFormats = ['html', 'json', 'md', 'junit', 'tap'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Languages of the page and of Markdown. */
export const reportLanguages = ['en', 'ja'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];
