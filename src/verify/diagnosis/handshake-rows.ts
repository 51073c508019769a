import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { Subflow } from '../subflow.js';
import type { Mends, Row } from './row.js';

/** The connection's first handshake and what the run counted. */
export interface HandshakeSymptom {
  readonly observation: Observation;
  readonly initial: Subflow;
}

export function handshakeSymptoms(observation: Observation): HandshakeSymptom[] {
  const { initial } = observation;
  return initial === null ? [] : [{ observation, initial }];
}

const client = ({ observation: { evidence } }: HandshakeSymptom) => evidence.counters.client;
const server = ({ observation: { evidence } }: HandshakeSymptom) => evidence.counters.server;
const plan = ({ observation: { evidence } }: HandshakeSymptom) => evidence.experiment;
const isPlainSyn = ({ initial }: HandshakeSymptom) =>
  (initial.handshake.syn?.capable ?? null) === null;
const remembersBlackhole = (it: HandshakeSymptom) =>
  growth(client(it), 'MPTcpExtMPCapableSYNTXDisabled') > 0;
const dropsSyn = (it: HandshakeSymptom) => growth(client(it), 'MPTcpExtMPCapableSYNTXDrop') > 0;
const isPlainAnswer = ({ initial: { handshake } }: HandshakeSymptom) => {
  const { syn, synAck } = handshake;
  return syn?.capable?.version === 1 && synAck !== null && synAck.capable === null;
};
/** The server's answer was to a SYN with MP_CAPABLE, not to a later one without. */
const lacksOption = (it: HandshakeSymptom) => isPlainAnswer(it) && !dropsSyn(it);
const serverGotCapable = (it: HandshakeSymptom) => growth(server(it), 'MPTcpExtMPCapableSYNRX') > 0;
const knowsCounter = (it: HandshakeSymptom) => 'MPTcpExtMPCapableSYNRX' in server(it).after;
const oldEnd = (it: HandshakeSymptom) => {
  const { syn, synAck } = it.initial.handshake;
  if (syn?.capable?.version === 0) return plan(it).client;
  return synAck?.capable?.version === 0 ? plan(it).server : null;
};
/** Both ends agreed on MPTCP as the client sees it, and yet its data is not MPTCP's. */
const losesLater = (it: HandshakeSymptom) => {
  const { handshake, toServer } = it.initial;
  const { synAck, ack } = handshake;
  const agreed = synAck?.capable?.version === 1 && ack?.capable?.version === 1;
  const unmapped = toServer.segments > 0 && !toServer.mappedToTheEnd;
  return agreed && (unmapped || growth(server(it), 'MPTcpExtMPCapableFallbackACK') > 0);
};
const firewalls = ({ everythingOnTheWay }: Mends) => ({
  ...{ where: everythingOnTheWay, line: 'nft list ruleset' },
});

/** Causes of a connection that is not MPTCP, or not where it should be. */
export const handshakeRows: readonly Row<HandshakeSymptom>[] = [
  {
    ...{ id: 'blackhole-memory', certainty: 'certain' },
    when: (it) => isPlainSyn(it) && remembersBlackhole(it),
    cause: (it, words) => words['blackhole-memory'](plan(it).client),
    mend: (it, words) => [
      { where: plan(it).client, line: 'sysctl -w net.mptcp.blackhole_timeout=0' },
      firewalls(words),
    ],
  },
  {
    ...{ id: 'syn-option-dropped', certainty: 'certain' },
    when: dropsSyn,
    cause: (_, words) => words['syn-option-dropped'],
    mend: (_, words) => [firewalls(words)],
  },
  {
    ...{ id: 'plain-client', certainty: 'certain' },
    when: (it) => isPlainSyn(it) && plan(it).forcing.client === 'none',
    cause: (_, words) => words['plain-client'].nothingForces,
    mend: () => [{ where: 'topology', line: 'experiments[].forcing.client: mptcpize' }],
  },
  {
    ...{ id: 'plain-client', certainty: 'likely' },
    when: (it) =>
      isPlainSyn(it) &&
      plan(it).forcing.client !== 'none' &&
      !remembersBlackhole(it) &&
      !dropsSyn(it),
    cause: (it, words) => words['plain-client'].unforced(plan(it).forcing.client),
    mend: (it, words) => [{ where: plan(it).client, line: words.linkDynamically }],
  },
  {
    ...{ id: 'v0-peer', certainty: 'certain' },
    when: (it) => oldEnd(it) !== null,
    cause: (it, words) => words['v0-peer'].seen(oldEnd(it) ?? ''),
    mend: (it, words) => [{ where: oldEnd(it) ?? '', line: words.bootUpstream }],
  },
  {
    ...{ id: 'plain-server', certainty: 'certain' },
    when: (it) => lacksOption(it) && plan(it).forcing.server === 'none' && !serverGotCapable(it),
    cause: (_, words) => words['plain-server'].nothingForces,
    mend: () => [{ where: 'topology', line: 'experiments[].forcing.server: mptcpize' }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: (it) => lacksOption(it) && serverGotCapable(it),
    cause: (_, words) => words['option-30-stripped'].onWayBack,
    mend: (_, words) => [firewalls(words)],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'likely' },
    when: (it) => lacksOption(it) && plan(it).forcing.server !== 'none' && !serverGotCapable(it),
    cause: (it, words) => words['option-30-stripped'].onWayThere(plan(it).client, plan(it).server),
    mend: (_, words) => [firewalls(words)],
  },
  {
    ...{ id: 'plain-server', certainty: 'possible' },
    when: (it) => lacksOption(it) && plan(it).forcing.server !== 'none' && !serverGotCapable(it),
    cause: (it, words) => words['plain-server'].unforced(plan(it).forcing.server),
    mend: (it, words) => [{ where: plan(it).server, line: words.linkDynamically }],
  },
  {
    ...{ id: 'v0-peer', certainty: 'possible' },
    when: (it) => lacksOption(it) && !knowsCounter(it),
    cause: (it, words) => words['v0-peer'].perhaps(plan(it).server),
    mend: (it, words) => [{ where: plan(it).server, line: words.bootUpstream }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: losesLater,
    cause: (it, words) => words['option-30-stripped'].afterHandshake(it.initial.device),
    mend: (_, words) => [firewalls(words)],
  },
  {
    ...{ id: 'default-route-elsewhere', certainty: 'certain' },
    when: (it) => it.initial.device !== plan(it).paths[0]?.device,
    cause: (it, words) => {
      const device = plan(it).paths[0]?.device ?? null;
      return words['default-route-elsewhere'](plan(it).serverAddress, it.initial.device, device);
    },
    mend: (it, words) => [
      { where: plan(it).client, line: `ip route get ${plan(it).serverAddress}` },
      {
        where: 'topology',
        line: words.either([`nodes.${plan(it).client}.interfaces[].metric`, 'routes']),
      },
    ],
  },
];
