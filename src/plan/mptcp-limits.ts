import type { AddressFamily } from '../model/generated/topology.js';
import { parseAddress } from '../model/ip.js';
import type { Endpoint, PlannedExperiment, PlannedMptcp } from '../model/plan.js';
import type { DraftNode } from './draft.js';
import type { Endpoints } from './endpoints.js';

type MptcpLimits = PlannedMptcp['limits'];

/** The path manager refuses more. */
const highest = 8;

/** What the node's connections can need at most; limits given win, one by one. */
export function planMptcpLimits(
  { name, input }: DraftNode,
  experiments: readonly PlannedExperiment[],
  endpoints: Endpoints,
): MptcpLimits {
  const own = experiments.filter(({ client, server }) => client === name || server === name);
  const subflows = own.map((experiment) => additionalSubflows(experiment, endpoints));
  const announced = own.map(({ client, server }) =>
    signals(endpoints.get(client === name ? server : client)),
  );
  return {
    subflows: Math.min(highest, Math.max(0, ...subflows)),
    addAddrAccepted: Math.min(highest, Math.max(0, ...announced.map(({ length }) => length))),
    ...input.mptcp?.limits,
  };
}

/**
 * One for each endpoint of the client and each address the server announces; both, in a full mesh. An
 * IPv6 connection joins announced IPv4 addresses too, and they count before one that matters.
 */
function additionalSubflows(experiment: PlannedExperiment, endpoints: Endpoints): number {
  const inFamily = (endpoint: Endpoint) => familyOf(endpoint) === experiment.family;
  const isJoined = (endpoint: Endpoint) => experiment.family === 'ipv6' || inFamily(endpoint);
  const announced = signals(endpoints.get(experiment.server)).filter(isJoined).length;
  const opened = (endpoints.get(experiment.client) ?? []).filter(inFamily).map(({ flags }) => {
    if (flags.includes('fullmesh')) return 1 + announced;
    return flags.includes('subflow') ? 1 : 0;
  });
  return opened.reduce((sum, count) => sum + count, announced);
}

function signals(endpoints: readonly Endpoint[] = []): readonly Endpoint[] {
  return endpoints.filter(({ flags }) => flags.includes('signal'));
}

function familyOf({ address }: Endpoint): AddressFamily | undefined {
  return parseAddress(address)?.family;
}
