import { experimentOf, grew, is } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';

const payload = ({ observation: { payloadBytes } }: PathSymptom) =>
  [...payloadBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
const isBackup = (it: PathSymptom) =>
  it.settings.endpoints.some(
    ({ address, flags }) => address === it.path.address && flags.includes('backup'),
  ) || grew(it, 'server', 'MPTcpExtMPJoinSynBackupRx') > 0;
const endpointsOf = (it: PathSymptom) => `nodes.${experimentOf(it).client}.mptcp.endpoints`;
const shortTransfer = (it: PathSymptom) => payload(it) < enoughBytes;
/** Below it a second path may stay empty with nothing wrong: 20 kB go by one path, 200 kB are shared. */
const enoughBytes = 200_000;

/** A subflow that is established and carries too little, or too much. */
export const payloadRows: readonly Row<PathSymptom>[] = [
  {
    ...{ id: 'endpoint-is-backup', certainty: 'certain' },
    when: (it) => is('starved')(it) && isBackup(it),
    cause: (it, words) => words['endpoint-is-backup'](it.path.address),
    mend: (it, words) => [
      {
        where: 'topology',
        line: words.leaveFlagOut(endpointsOf(it), 'backup', it.path.address),
      },
      {
        where: experimentOf(it).client,
        line: `ip mptcp endpoint change ${it.path.address} nobackup`,
      },
    ],
  },
  {
    ...{ id: 'transfer-too-short', certainty: 'likely' },
    when: (it) => is('starved')(it) && !isBackup(it) && shortTransfer(it),
    cause: (it, words) => words['transfer-too-short'](payload(it), it.path.device),
    mend: (it, words) => [
      {
        where: 'topology',
        line: words.orMore('experiments[].seconds', Math.max(5, experimentOf(it).seconds)),
      },
    ],
  },
  {
    ...{ id: 'full-size-packets-lost', certainty: 'likely' },
    when: (it) => is('starved')(it) && !isBackup(it) && !shortTransfer(it),
    cause: (it, words) => words['full-size-packets-lost'](it.path.device),
    mend: (it, words) => [
      {
        where: experimentOf(it).client,
        line: `ping -M do -s 1472 -I ${it.path.device} ${experimentOf(it).serverAddress}`,
      },
      { where: 'topology', line: words.sameMtu },
    ],
  },
  {
    ...{ id: 'backup-not-honoured', certainty: 'likely' },
    when: is('backup-used'),
    cause: (it, words) => words['backup-not-honoured'](it.path.device),
    mend: (it) => [{ where: experimentOf(it).client, line: 'ip mptcp endpoint show' }],
  },
];
