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
    cause: ({ observation }, words) =>
      words['captures-not-whole'].dropped(droppedPackets(observation)),
    mend: runAgain,
  },
  {
    ...{ id: 'captures-not-whole', certainty: 'certain' },
    when: ({ observation, isInconclusive }) => isInconclusive && droppedPackets(observation) === 0,
    cause: (_, words) => words['captures-not-whole'].damaged,
    mend: runAgain,
  },
];

/** One subflow that was not left alone. */
export const foreignRows: readonly Row<Observation>[] = [
  {
    ...{ id: 'foreign-endpoints', certainty: 'certain' },
    when: ({ joins }) => joins.length > 0,
    cause: ({ joins }, words) => {
      const addresses = new Set(joins.map(({ client }) => client.address));
      return words['foreign-endpoints'](words.list([...addresses]));
    },
    mend: ({ evidence: { experiment } }) => [
      { where: experiment.client, line: 'ip mptcp endpoint show' },
      { where: experiment.client, line: 'systemctl disable --now mptcp.service' },
    ],
  },
];
