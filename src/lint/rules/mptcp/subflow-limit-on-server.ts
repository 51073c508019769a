import { limitMistakes } from '../../limit-mistake.js';
import type { Rule } from '../../rule.js';

export const subflowLimitOnServer: Rule = {
  id: 'mptcp/subflow-limit-on-server',
  severity: 'error',
  summary: "a server's subflow limit below the paths its client uses",
  check: (context) =>
    limitMistakes(
      context,
      'server',
      'The server resets every join beyond the limit (MPJoinRejected counts there): the client shows nothing but a reset.',
    ),
};
