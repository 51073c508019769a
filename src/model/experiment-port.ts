import type { ExperimentKind } from './plan.js';

/** The server's TCP port by kind of experiment, as in the original: ncat's 4321 and iperf's 5001. */
export const experimentPort: Readonly<Record<ExperimentKind, number>> = {
  'single-subflow': 4321,
  'multi-subflow': 5001,
};
