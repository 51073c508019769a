import { limitMistakes } from '../../limit-mistake.js';
import type { Rule } from '../../rule.js';

export const subflowLimitOnClient: Rule = {
  id: 'mptcp/subflow-limit-on-client',
  severity: 'error',
  summary: "a client's subflow limit below the paths it is to use",
  check: (context) =>
    limitMistakes(
      context,
      'client',
      'The client sends no MP_JOIN beyond the limit and counts nothing: the other paths stay idle.',
    ),
};
