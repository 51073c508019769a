import { parseAddress } from '../model/ip.js';
import type { Endpoint, PlannedExperiment } from '../model/plan.js';
import type { LintContext } from './context.js';

/**
 * Additional subflows that an experiment's verdict asks for and its endpoints would open: a join for
 * each further path and each announced address. An endpoint that opens none is another rule's matter.
 */
export function neededSubflows(context: LintContext, experiment: PlannedExperiment): number {
  const joined = joinedAddresses(context, experiment);
  const wanted = Math.max(0, experiment.paths.length - 1) + joined;
  return Math.min(wanted, openedSubflows(context, experiment, joined));
}

/** An IPv6 connection joins announced IPv4 addresses too, and they count before one that matters. */
function joinedAddresses({ nodes }: LintContext, experiment: PlannedExperiment): number {
  const { announced, family, server } = experiment;
  if (family === 'ipv4' || announced.length === 0) return announced.length;
  const endpoints = nodes.get(server)?.mptcp.endpoints ?? [];
  const others = endpoints
    .filter(({ flags }) => flags.includes('signal'))
    .filter(({ address }) => parseAddress(address)?.family === 'ipv4');
  return announced.length + others.length;
}

function openedSubflows(
  { nodes }: LintContext,
  { client, family }: PlannedExperiment,
  joined: number,
): number {
  const endpoints = nodes.get(client)?.mptcp.endpoints ?? [];
  const opened = endpoints
    .filter(({ address }) => parseAddress(address)?.family === family)
    .map((endpoint) => openedBy(endpoint, joined));
  return opened.reduce((sum, count) => sum + count, joined);
}

function openedBy({ flags }: Endpoint, announced: number): number {
  if (!flags.includes('subflow')) return 0;
  return flags.includes('fullmesh') ? 1 + announced : 1;
}
