import type { Plan } from '../../model/plan.js';
import type { ReportRun } from '../report-input.js';
import type { Words } from '../words/words.js';

/** What every part of an experiment's section is made of. */
export interface RunPart {
  readonly plan: Plan;
  readonly run: ReportRun;
  readonly index: number;
  readonly words: Words;
}
