import type { Endpoint, PlannedExperiment, PlannedNode } from '../model/plan.js';
import type { LintContext } from './context.js';
import type { Place } from './rule.js';

/** Nodes that open several subflows in an experiment. */
export function clientsOf({ plan }: LintContext): ReadonlySet<string> {
  return new Set(multi(plan.experiments).map(({ client }) => client));
}

export function serversOf({ plan }: LintContext): ReadonlySet<string> {
  return new Set(multi(plan.experiments).map(({ server }) => server));
}

/** The experiments that are about more than one subflow. */
export function multi(experiments: readonly PlannedExperiment[]): PlannedExperiment[] {
  return experiments.filter(({ kind }) => kind === 'multi-subflow');
}

export interface EndpointPlace {
  readonly node: PlannedNode;
  readonly endpoint: Endpoint;
  readonly at: Place;
}

/** Every endpoint of the lab and where the topology has it. */
export function endpointPlaces({ plan }: LintContext): EndpointPlace[] {
  return plan.nodes.flatMap((node) =>
    node.mptcp.endpoints.map((endpoint, index) => ({
      ...{ node, endpoint, at: ['nodes', node.name, 'mptcp', 'endpoints', index] },
    })),
  );
}
