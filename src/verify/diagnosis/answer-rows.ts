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
    cause: (it, words) => words['listener-closed'](it.path.device),
    mend: (it, words) => [{ where: experimentOf(it).server, line: words.keepListening }],
  },
  {
    ...{ id: 'port-rejected', certainty: 'possible' },
    when: (it) => is('refused')(it) && serverReset(it) !== false,
    cause: (it, words) => words['port-rejected'].perhapsJoin(it.path.device),
    mend: (_, words) => [{ where: words.routersOnPath, line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'port-rejected', certainty: 'certain' },
    when: (it) => is('refused')(it) && serverReset(it) === false,
    cause: (it, words) => words['port-rejected'].join(it.path.device),
    mend: (_, words) => [{ where: words.routersOnPathAndServer, line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'certain' },
    when: is('plain-answer'),
    cause: (it, words) => words['option-30-stripped'].fromAnswer(it.path.device),
    mend: (_, words) => [{ where: words.routersOnPath, line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'server-limit', certainty: 'certain' },
    when: (it) => is('not-completed')(it) && rejected(it) && serverLimitTooLow(it),
    cause: (it, words) => {
      const needed = neededSubflows(experimentOf(it));
      return words['server-limit'](experimentOf(it).server, serverLimit(it) ?? 0, needed);
    },
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
    cause: (_, words) => words['server-half-closed'],
    mend: (it, words) => [{ where: experimentOf(it).server, line: words.keepInputOpen }],
  },
  {
    ...{ id: 'hmac-mismatch', certainty: 'certain' },
    when: (it) =>
      hasWrongHmac(it, it.path.address) ||
      grew(it, 'client', 'MPTcpExtMPJoinSynAckHMacFailure') +
        grew(it, 'server', 'MPTcpExtMPJoinAckHMacFailure') >
        0,
    cause: (it, words) => words['hmac-mismatch'](it.path.device),
    mend: (_, words) => [{ where: words.routersOnPath, line: words.findProxy }],
  },
  {
    ...{ id: 'option-30-stripped', certainty: 'likely' },
    when: (it) =>
      is('not-completed')(it) &&
      !rejected(it) &&
      filtering(it).length === 0 &&
      grew(it, 'server', 'MPTcpExtMPJoinAckRx') === 0,
    cause: (it, words) => words['option-30-stripped'].afterJoin(it.path.device),
    mend: (_, words) => [{ where: words.routersOnPath, line: 'nft list ruleset' }],
  },
];
