import type { Rule } from '../../rule.js';

export const noExperiment: Rule = {
  id: 'experiment/none',
  severity: 'advice',
  summary: 'a lab that proves nothing',
  check: ({ plan }) =>
    plan.experiments.length > 0
      ? []
      : [
          {
            at: ['experiments'],
            message: 'the lab has no experiment',
            consequence: '`subflow verify` runs nothing and proves nothing.',
            mend: 'Leave "experiments" out to have them planned, which takes two hosts that reach each other, or list one.',
          },
        ],
};
