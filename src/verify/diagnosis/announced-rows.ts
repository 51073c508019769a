import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { Row } from './row.js';

/** An announced address that no join went to. */
export interface AnnouncedSymptom {
  readonly observation: Observation;
  readonly address: string;
}

export function announcedSymptoms(observation: Observation): AnnouncedSymptom[] {
  const { evidence, joins, initial } = observation;
  if (!initial?.handshake.ack?.capable) return [];
  return evidence.experiment.announced
    .filter((address) => !joins.some(({ server }) => server.address === address))
    .map((address) => ({ observation, address }));
}

const evidenceOf = ({ observation }: AnnouncedSymptom) => observation.evidence;
const client = (it: AnnouncedSymptom) => evidenceOf(it).experiment.client;
const server = (it: AnnouncedSymptom) => evidenceOf(it).experiment.server;
const isAnnounced = (it: AnnouncedSymptom) =>
  growth(evidenceOf(it).counters.client, 'MPTcpExtAddAddr') > 0;
const limits = (it: AnnouncedSymptom) => evidenceOf(it).settings.client.limits;
const wanted = (it: AnnouncedSymptom) => evidenceOf(it).experiment.announced.length;

/** Why no join went to an announced address. */
export const announcedRows: readonly Row<AnnouncedSymptom>[] = [
  {
    ...{ id: 'announcement-missing', certainty: 'certain' },
    when: (it) => !isAnnounced(it),
    cause: (it, words) => words['announcement-missing'](server(it), it.address),
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${server(it)}.mptcp.endpoints: [{ "address": "${it.address}", "flags": ["signal"] }]`,
      },
      { where: server(it), line: `ip mptcp endpoint add ${it.address} signal` },
    ],
  },
  {
    ...{ id: 'announcement-not-accepted', certainty: 'certain' },
    when: (it) => isAnnounced(it) && (limits(it)?.addAddrAccepted ?? Infinity) < wanted(it),
    cause: (it, words) =>
      words['announcement-not-accepted'](client(it), limits(it)?.addAddrAccepted ?? 0, wanted(it)),
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${client(it)}.mptcp.limits.addAddrAccepted: ${wanted(it)}`,
      },
      { where: client(it), line: `ip mptcp limits set add_addr_accepted ${wanted(it)}` },
    ],
  },
  {
    ...{ id: 'client-limit', certainty: 'certain' },
    when: (it) => isAnnounced(it) && (limits(it)?.subflows ?? Infinity) < wanted(it),
    cause: (it, words) =>
      words['client-limit'].announced(client(it), limits(it)?.subflows ?? 0, wanted(it)),
    mend: (it) => [
      { where: 'topology', line: `nodes.${client(it)}.mptcp.limits.subflows: ${wanted(it)}` },
      { where: client(it), line: `ip mptcp limits set subflows ${wanted(it)}` },
    ],
  },
];
