import { parseAddress } from '../model/ip.js';
import type { Policy, Route } from '../model/plan.js';
import type { LintContext } from './context.js';
import type { Flow } from './flows.js';
import { lookUpIn, matchingPolicies } from './routing/look-up.js';

/** Rules that find why an endpoint's own device misleads its joins. */
export const deviceMistakes = ['mptcp/endpoint-device-missing', 'mptcp/endpoint-wrong-device'];

/** Joins whose packets leave the client by another device than their path's. */
export function strayFlows({ flows }: LintContext): Flow[] {
  return flows.filter(({ initial, there, path }) => {
    const by = there.steps[0]?.device;
    return !initial && by !== undefined && by !== path.device;
  });
}

export interface RuledStray {
  readonly flow: Flow;
  /** The source rule its packets meet first, and its place in the topology. */
  readonly policy: Policy;
  readonly index: number;
  /** What the rule's table says; null where it says nothing. */
  readonly route: Route | null;
}

/** Those that stray in spite of a rule for their source address. */
export function ruledStrays(context: LintContext): RuledStray[] {
  return strayFlows(context).flatMap((flow) => {
    const { client, path } = flow;
    const [from, to] = [parseAddress(path.address), parseAddress(path.serverAddress ?? '')];
    const [policy] = matchingPolicies(client, from);
    if (policy === undefined || to === null) return [];
    const route = lookUpIn(client, policy.table, { from, to, device: null });
    return { flow, policy, index: client.policies.indexOf(policy), route };
  });
}
