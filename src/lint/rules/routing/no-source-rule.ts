import { parseAddress } from '../../../model/ip.js';
import type { Flow } from '../../flows.js';
import { matchingPolicies } from '../../routing/look-up.js';
import { pointer } from '../../../model/pointer.js';
import { deviceMistakes, strayFlows } from '../../stray-flows.js';
import type { Mistake, Rule } from '../../rule.js';

export const noSourceRule: Rule = {
  id: 'routing/no-source-rule',
  severity: 'error',
  summary: "a further path's address without policy rule, and its endpoint not bound to a device",
  unless: deviceMistakes,
  check: (context) => strayFlows(context).filter(hasNoRule).map(mistakeOf),
};

function hasNoRule({ client, path }: Flow): boolean {
  return matchingPolicies(client, parseAddress(path.address)).length === 0;
}

function mistakeOf({ client, path, there }: Flow): Mistake {
  const by = there.steps[0]?.device ?? 'no device';
  return {
    at: ['nodes', client.name, 'policyRouting'],
    message: `no rule of ${client.name} is for the source address ${path.address}`,
    consequence: `The subflow from ${path.address} is established and every counter looks right, but its packets leave by ${by}: no payload byte leaves ${path.device}.`,
    mend: `Leave out "policyRouting" to have it planned, or add a rule from ${path.address} to a table of its own whose default route leaves by ${path.device}.`,
    changes: [{ op: 'remove', path: pointer('nodes', client.name, 'policyRouting') }],
  };
}
