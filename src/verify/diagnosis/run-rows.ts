import type { Observation } from '../observation.js';
import { droppedPackets } from '../rungs/captures.js';
import type { Row } from './row.js';

/** A run whose captures do not show what happened. */
export interface CaptureSymptom {
  readonly observation: Observation;
  /** A rung could not be judged by what the captures hold. */
  readonly isInconclusive: boolean;
}

const runAgain = ({ observation: { evidence } }: CaptureSymptom) => [
  { where: 'host', line: `subflow verify --experiment ${evidence.experiment.name}` },
];

export const captureRows: readonly Row<CaptureSymptom>[] = [
  {
    ...{ id: 'captures-not-whole', certainty: 'certain' },
    when: ({ observation }) => droppedPackets(observation) > 0,
    cause: ({ observation }) =>
      `The kernel dropped ${droppedPackets(observation)} packets before they were captured: the host was too busy.`,
    mend: runAgain,
  },
  {
    ...{ id: 'captures-not-whole', certainty: 'certain' },
    when: ({ observation, isInconclusive }) => isInconclusive && droppedPackets(observation) === 0,
    cause: () => 'The captures are damaged, cut, or do not hold all of the connection.',
    mend: runAgain,
  },
];

/** One subflow that was not left alone. */
export const foreignRows: readonly Row<Observation>[] = [
  {
    ...{ id: 'foreign-endpoints', certainty: 'certain' },
    when: ({ joins }) => joins.length > 0,
    cause: ({ joins }) =>
      `Joins came from ${[...new Set(joins.map(({ client }) => client.address))].join(', ')} though the experiment took all endpoints away: NetworkManager or mptcpd adds them.`,
    mend: ({ evidence: { experiment } }) => [
      { where: experiment.client, line: 'ip mptcp endpoint show' },
      { where: experiment.client, line: 'systemctl disable --now mptcp.service' },
    ],
  },
];
