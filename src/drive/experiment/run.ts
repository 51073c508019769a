import type { PlannedExperiment } from '../../model/plan.js';
import type { Context, LabHandle } from '../driver.js';

/** What the steps of one run share. */
export interface Run {
  readonly lab: LabHandle;
  readonly experiment: PlannedExperiment;
  /** The run's evidence directory. */
  readonly dir: string;
  readonly context: Context;
}
