import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { Subflow } from '../subflow.js';
import type { Row } from './row.js';

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
const firewalls = { where: 'routers, NATs and firewalls on the way', line: 'nft list ruleset' };

/** Causes of a connection that is not MPTCP, or not where it should be. */
export const handshakeRows: readonly Row<HandshakeSymptom>[] = [
  {
    ...{ id: 'blackhole-memory', certainty: 'certain' },
    when: (it) => isPlainSyn(it) && remembersBlackhole(it),
    cause: (it) =>
      `${plan(it).client} remembers that SYNs with MP_CAPABLE were dropped and uses plain TCP for a while (MPCapableSYNTXDisabled grew).`,
    mend: (it) => [
      { where: plan(it).client, line: 'sysctl -w net.mptcp.blackhole_timeout=0' },
      firewalls,
    ],
  },
  {
    ...{ id: 'syn-option-dropped', certainty: 'certain' },
    when: dropsSyn,
    cause: () =>
      'SYNs with MP_CAPABLE are dropped on the way; only without it did one get through (MPCapableSYNTXDrop grew).',
    mend: () => [firewalls],
  },
  {
    ...{ id: 'plain-client', certainty: 'certain' },
    when: (it) => isPlainSyn(it) && plan(it).forcing.client === 'none',
    cause: () =>
      "The client's program opened a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    mend: () => [{ where: 'topology', line: 'experiments[].forcing.client: mptcpize' }],
  },
  {
    ...{ id: 'plain-client', certainty: 'likely' },
    when: (it) =>
      isPlainSyn(it) &&
      plan(it).forcing.client !== 'none' &&
      !remembersBlackhole(it) &&
      !dropsSyn(it),
    cause: (it) =>
      `${plan(it).forcing.client} did not reach the client's program: a static binary, or one that does not open sockets by libc (Go).`,
    mend: (it) => [
      {
        where: plan(it).client,
        line: 'use a dynamically linked program; Go: GODEBUG=multipathtcp=1',
      },
    ],
  },
  {
    ...{ id: 'v0-peer', certainty: 'certain' },
    when: (it) => oldEnd(it) !== null,
    cause: (it) =>
      `${oldEnd(it) ?? ''} speaks MPTCP v0 (RFC 6824, the out-of-tree kernel); Linux from 5.6 speaks v1 only, and the two fall back to TCP.`,
    mend: (it) => [{ where: oldEnd(it) ?? '', line: 'boot an upstream kernel (5.10 or newer)' }],
  },
  {
    ...{ id: 'plain-server', certainty: 'certain' },
    when: (it) => lacksOption(it) && plan(it).forcing.server === 'none' && !serverGotCapable(it),
    cause: () =>
      "The server's program listens on a plain TCP socket: nothing makes it use MPTCP (forcing none).",
    mend: () => [{ where: 'topology', line: 'experiments[].forcing.server: mptcpize' }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: (it) => lacksOption(it) && serverGotCapable(it),
    cause: () =>
      'The server got MP_CAPABLE and answered with it, and TCP option 30 was removed on the way back.',
    mend: () => [firewalls],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'likely' },
    when: (it) => lacksOption(it) && plan(it).forcing.server !== 'none' && !serverGotCapable(it),
    cause: (it) =>
      `The SYN left ${plan(it).client} with MP_CAPABLE and none reached an MPTCP listener on ${plan(it).server}: TCP option 30 is removed on the way.`,
    mend: () => [firewalls],
  },
  {
    ...{ id: 'plain-server', certainty: 'possible' },
    when: (it) => lacksOption(it) && plan(it).forcing.server !== 'none' && !serverGotCapable(it),
    cause: (it) =>
      `${plan(it).forcing.server} did not reach the server's program: a static binary, or one that does not open sockets by libc (Go).`,
    mend: (it) => [
      {
        where: plan(it).server,
        line: 'use a dynamically linked program; Go: GODEBUG=multipathtcp=1',
      },
    ],
  },
  {
    ...{ id: 'v0-peer', certainty: 'possible' },
    when: (it) => lacksOption(it) && !knowsCounter(it),
    cause: (it) =>
      `The kernel of ${plan(it).server} has no counter of upstream MPTCP: it is without MPTCP, or the out-of-tree one that speaks v0.`,
    mend: (it) => [{ where: plan(it).server, line: 'boot an upstream kernel (5.10 or newer)' }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: losesLater,
    cause: (it) =>
      `The handshake had MPTCP and what followed on ${it.initial.device} had not: TCP option 30 is removed from packets after the SYN.`,
    mend: () => [firewalls],
  },
  {
    ...{ id: 'default-route-elsewhere', certainty: 'certain' },
    when: (it) => it.initial.device !== plan(it).paths[0]?.device,
    cause: (it) =>
      `The route to ${plan(it).serverAddress} leads by ${it.initial.device} instead of ${plan(it).paths[0]?.device ?? 'any path'}.`,
    mend: (it) => [
      { where: plan(it).client, line: `ip route get ${plan(it).serverAddress}` },
      { where: 'topology', line: `nodes.${plan(it).client}.interfaces[].metric or routes` },
    ],
  },
];
