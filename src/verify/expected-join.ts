import type { PlannedExperiment } from '../model/plan.js';
import { growth, grown } from './counter-growth.js';
import type { Observation } from './observation.js';
import type { Subflow } from './subflow.js';

/** A join multi-subflow cannot do without. */
export interface ExpectedJoin {
  /** By which end's address it is known: `from 10.0.0.1` or `to 10.0.0.2`. */
  readonly which: string;
  /** The client's device it should leave by; null where the plan leaves that to the routes. */
  readonly device: string | null;
  readonly matches: (subflow: Subflow) => boolean;
  /** Why there may be none of it. */
  readonly whyMissing: (observation: Observation) => string;
}

/** One from each further path's address and one to each address the server announces. */
export function expectedJoins({ paths, announced }: PlannedExperiment): ExpectedJoin[] {
  return [
    ...paths.slice(1).map((path) => ({
      which: `from ${path.address}`,
      device: path.device,
      matches: ({ client }: Subflow) => client.address === path.address,
      whyMissing: (observation: Observation) =>
        path.serverAddress === null
          ? `No segment or router leads from ${path.device} (${path.address}) to the server: plug a router in there, or list the client's endpoints without ${path.address}.`
          : whyNotFrom(observation, path.address),
    })),
    ...announced.map((address) => ({
      which: `to ${address}`,
      device: null,
      matches: ({ server }: Subflow) => server.address === address,
      whyMissing: (observation: Observation) => whyNotTo(observation, address),
    })),
  ];
}

function whyNotFrom({ evidence }: Observation, address: string): string {
  const errors = grown(evidence.counters.client, /^MPTcpExtMPJoinSynTx\w*Err$/);
  if (errors.length > 0) {
    const names = errors.map(([name]) => name).join(', ');
    return `The client tried and could not send (${names}): is ${address} on an interface that is up?`;
  }
  return `The client never tried: no endpoint ${address} with the flag subflow (ip mptcp endpoint show), or the client's subflow limit is too low (ip mptcp limits show).`;
}

function whyNotTo({ evidence }: Observation, address: string): string {
  return growth(evidence.counters.client, 'MPTcpExtAddAddr') === 0
    ? `The server did not announce ${address}: no endpoint ${address} with the flag signal (ip mptcp endpoint show).`
    : `The client did not follow the server's announcement of ${address}: its limits are too low (ip mptcp limits show), or no route leads there.`;
}
