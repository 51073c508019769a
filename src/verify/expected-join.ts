import type { PlannedExperiment } from '../model/plan.js';
import { closedEarly } from './closed-early.js';
import { growth, grown } from './counter-growth.js';
import type { Observation } from './observation.js';
import type { Subflow } from './subflow.js';
import type { VerdictWords } from './words/words.js';

/** A join multi-subflow cannot do without. */
export interface ExpectedJoin {
  /** By which end's address it is known, in words: `from 10.0.0.1` or `to 10.0.0.2`. */
  readonly which: string;
  /** The client's device it should leave by; null where the plan leaves that to the routes. */
  readonly device: string | null;
  readonly matches: (subflow: Subflow) => boolean;
  /** Why there may be none of it. */
  readonly whyMissing: (observation: Observation) => string;
}

/** One from each further path's address and one to each address the server announces. */
export function expectedJoins(
  { paths, announced }: PlannedExperiment,
  words: VerdictWords,
): ExpectedJoin[] {
  const { joins } = words;
  return [
    ...paths.slice(1).map((path) => ({
      which: joins.from(path.address),
      device: path.device,
      matches: ({ client }: Subflow) => client.address === path.address,
      whyMissing: (observation: Observation) =>
        path.serverAddress === null
          ? joins.noWay(path.device, path.address)
          : whyNotFrom(observation, path.address, words),
    })),
    ...announced.map((address) => ({
      which: joins.to(address),
      device: null,
      matches: ({ server }: Subflow) => server.address === address,
      whyMissing: (observation: Observation) => whyNotTo(observation, address, words),
    })),
  ];
}

function whyNotFrom(
  observation: Observation,
  address: string,
  { joins, list }: VerdictWords,
): string {
  const errors = grown(observation.evidence.counters.client, /^MPTcpExtMPJoinSynTx\w*Err$/);
  if (errors.length > 0) return joins.couldNotSend(list(errors.map(([name]) => name)), address);
  return closedEarly(observation) ? joins.halfClosed : joins.neverTried(address);
}

function whyNotTo(observation: Observation, address: string, { joins }: VerdictWords): string {
  if (growth(observation.evidence.counters.client, 'MPTcpExtAddAddr') === 0) {
    return joins.notAnnounced(address);
  }
  return closedEarly(observation) ? joins.halfClosed : joins.notFollowed(address);
}
