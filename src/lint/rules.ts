import type { Rule } from './rule.js';
import { unknownRuleSetting } from './rules/lint/unknown-rule.js';
import { endpointAddressUnowned } from './rules/mptcp/endpoint-address-unowned.js';
import { endpointWithoutFlag } from './rules/mptcp/endpoint-without-flag.js';
import { subflowLimitOnClient } from './rules/mptcp/subflow-limit-on-client.js';
import { subflowLimitOnServer } from './rules/mptcp/subflow-limit-on-server.js';
import { noSourceRule } from './rules/routing/no-source-rule.js';

/** Every rule there is, by what it is about. A new one is a module, a row here and a page (CONTRIBUTING.md). */
export const rules: readonly Rule[] = [
  // routing
  noSourceRule,
  // mptcp
  subflowLimitOnClient,
  subflowLimitOnServer,
  endpointWithoutFlag,
  endpointAddressUnowned,
  // the linter's own settings
  unknownRuleSetting,
];
