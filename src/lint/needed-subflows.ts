import { parseAddress } from '../model/ip.js';
import type { Endpoint, PlannedExperiment } from '../model/plan.js';
import type { LintContext } from './context.js';

/**
 * Additional subflows that an experiment's verdict asks for and its endpoints would open: a join for
 * each further path and each announced address. An endpoint that opens none is another rule's matter.
 */
export function neededSubflows(context: LintContext, experiment: PlannedExperiment): number {
  const { paths, announced } = experiment;
  const wanted = Math.max(0, paths.length - 1) + announced.length;
  return Math.min(wanted, openedSubflows(context, experiment));
}

function openedSubflows({ nodes }: LintContext, experiment: PlannedExperiment): number {
  const { announced, family } = experiment;
  const endpoints = nodes.get(experiment.client)?.mptcp.endpoints ?? [];
  const opened = endpoints
    .filter(({ address }) => parseAddress(address)?.family === family)
    .map((endpoint) => openedBy(endpoint, announced.length));
  return opened.reduce((sum, count) => sum + count, announced.length);
}

function openedBy({ flags }: Endpoint, announced: number): number {
  if (!flags.includes('subflow')) return 0;
  return flags.includes('fullmesh') ? 1 + announced : 1;
}
