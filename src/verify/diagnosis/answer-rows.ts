import { experimentOf, filtering, grew, is, neededSubflows } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';

const rejected = (it: PathSymptom) => grew(it, 'server', 'MPTcpExtMPJoinRejected') > 0;
const serverLimit = ({ observation: { evidence } }: PathSymptom) =>
  evidence.settings.server.limits?.subflows ?? null;
const serverLimitTooLow = (it: PathSymptom) =>
  (serverLimit(it) ?? Infinity) < neededSubflows(experimentOf(it));

/** Whether the server's TCP sent resets; null where its kernel does not tell. */
const serverReset = (it: PathSymptom) =>
  'TcpOutRsts' in it.observation.evidence.counters.server.after
    ? grew(it, 'server', 'TcpOutRsts') > 0
    : null;
const hasWrongHmac = ({ observation: { joins } }: PathSymptom, address: string) =>
  joins
    .filter(({ client }) => client.address === address)
    .some(({ handshake: { hmac } }) => hmac.synAck === 'wrong' || hmac.ack === 'wrong');

/** A join that was answered wrongly: by the server, or by what lies before it. */
export const answerRows: readonly Row<PathSymptom>[] = [
  {
    ...{ id: 'listener-closed', certainty: 'likely' },
    when: (it) => is('refused')(it) && serverReset(it) !== false,
    cause: (it) =>
      `The join on ${it.path.device} got a reset: the server's program no longer listened when it came (\`ncat -l\` without -k closes after the first connection).`,
    mend: (it) => [{ where: experimentOf(it).server, line: 'keep listening, e.g. ncat -l -k' }],
  },
  {
    ...{ id: 'port-rejected', certainty: 'possible' },
    when: (it) => is('refused')(it) && serverReset(it) !== false,
    cause: (it) => `A firewall on the path of ${it.path.device} resets the join.`,
    mend: () => [{ where: 'routers on the path', line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'port-rejected', certainty: 'certain' },
    when: (it) => is('refused')(it) && serverReset(it) === false,
    cause: (it) =>
      `The join on ${it.path.device} got a reset that the server's TCP did not send (TcpOutRsts did not grow): a firewall on that path rejects it.`,
    mend: () => [{ where: 'routers on the path, and the server', line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: is('plain-answer'),
    cause: (it) =>
      `The answer to the join on ${it.path.device} has no MP_JOIN: TCP option 30 is removed on that path.`,
    mend: () => [{ where: 'routers on the path', line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'server-limit', certainty: 'certain' },
    when: (it) => is('not-completed')(it) && rejected(it) && serverLimitTooLow(it),
    cause: (it) =>
      `${experimentOf(it).server} takes ${serverLimit(it) ?? 0} additional subflow(s), ${neededSubflows(experimentOf(it))} are needed: it rejects the join (MPJoinRejected grew).`,
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${experimentOf(it).server}.mptcp.limits.subflows: ${neededSubflows(experimentOf(it))}`,
      },
      {
        where: experimentOf(it).server,
        line: `ip mptcp limits set subflows ${neededSubflows(experimentOf(it))}`,
      },
    ],
  },
  {
    ...{ id: 'server-half-closed', certainty: 'likely' },
    when: (it) => is('not-completed')(it) && rejected(it) && !serverLimitTooLow(it),
    cause: () =>
      "The server's program closed its half of the connection before the join came (its standard input ended?).",
    mend: (it) => [
      { where: experimentOf(it).server, line: "keep the program's standard input open" },
    ],
  },
  {
    ...{ id: 'hmac-mismatch', certainty: 'certain' },
    when: (it) =>
      hasWrongHmac(it, it.path.address) ||
      grew(it, 'client', 'MPTcpExtMPJoinSynAckHMacFailure') +
        grew(it, 'server', 'MPTcpExtMPJoinAckHMacFailure') >
        0,
    cause: (it) =>
      `The HMAC of the join on ${it.path.device} did not fit: something on the way changes keys or nonces.`,
    mend: () => [
      { where: 'routers on the path', line: 'look for a proxy that rewrites TCP options' },
    ],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'likely' },
    when: (it) =>
      is('not-completed')(it) &&
      !rejected(it) &&
      filtering(it).length === 0 &&
      grew(it, 'server', 'MPTcpExtMPJoinAckRx') === 0,
    cause: (it) =>
      `The join on ${it.path.device} was answered and its confirmation never counted: TCP option 30 is removed from packets after the SYN.`,
    mend: () => [{ where: 'routers on the path', line: 'nft list ruleset' }],
  },
];
