import { pointer } from '../../../model/pointer.js';
import type { Rule } from '../../rule.js';

export const unknownRuleSetting: Rule = {
  id: 'lint/unknown-rule',
  severity: 'warning',
  summary: 'a setting of a rule there is not',
  check: ({ plan, ruleIds }) =>
    Object.keys(plan.lint)
      .filter((id) => !ruleIds.has(id))
      .map((id) => ({
        at: ['lint', id],
        message: `there is no rule ${JSON.stringify(id)}`,
        consequence: 'The setting does nothing; the rule that was meant still speaks.',
        mend: 'Correct the id, or remove the setting.',
        changes: [{ op: 'remove', path: pointer('lint', id) }],
      })),
};
