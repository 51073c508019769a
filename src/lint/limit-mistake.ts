import type { PlannedExperiment, PlannedNode } from '../model/plan.js';
import { pointer } from '../model/pointer.js';
import type { LintContext } from './context.js';
import { neededSubflows } from './needed-subflows.js';
import { multi } from './roles.js';
import type { Mistake } from './rule.js';

/** The path manager takes no more (MPTCP_PM_ADDR_MAX). */
const highest = 8;

/** A subflow limit at one end of an experiment that is below what the experiment needs. */
export function limitMistakes(
  context: LintContext,
  end: 'client' | 'server',
  consequence: string,
): Mistake[] {
  return multi(context.plan.experiments).flatMap((experiment) => {
    const node = context.nodes.get(experiment[end]);
    const needed = Math.min(highest, neededSubflows(context, experiment));
    if (node === undefined || node.mptcp.limits.subflows >= needed) return [];
    return limitMistake(node, experiment, { needed, consequence });
  });
}

function limitMistake(
  { name, mptcp }: PlannedNode,
  experiment: PlannedExperiment,
  { needed, consequence }: { readonly needed: number; readonly consequence: string },
): Mistake {
  const at = ['nodes', name, 'mptcp', 'limits', 'subflows'];
  return {
    at,
    message: `${name} allows ${mptcp.limits.subflows} additional subflow(s), ${experiment.name} needs ${needed}`,
    consequence,
    mend: `Set the limit to ${needed}, or leave it out.`,
    changes: [{ op: 'replace', path: pointer(...at), value: needed }],
    safe: true,
  };
}
