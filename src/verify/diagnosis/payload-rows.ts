import { experimentOf, grew, is } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';

const payload = ({ observation: { payloadBytes } }: PathSymptom) =>
  [...payloadBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
const isBackup = (it: PathSymptom) =>
  it.settings.endpoints.some(
    ({ address, flags }) => address === it.path.address && flags.includes('backup'),
  ) || grew(it, 'server', 'MPTcpExtMPJoinSynBackupRx') > 0;
const shortTransfer = (it: PathSymptom) => payload(it) < enoughBytes;
/** Below it a second path may stay empty with nothing wrong: 20 kB go by one path, 200 kB are shared. */
const enoughBytes = 200_000;

/** A subflow that is established and carries too little, or too much. */
export const payloadRows: readonly Row<PathSymptom>[] = [
  {
    ...{ id: 'endpoint-is-backup', certainty: 'certain' },
    when: (it) => is('starved')(it) && isBackup(it),
    cause: (it) =>
      `The endpoint ${it.path.address} is a backup: it carries nothing while another path works.`,
    mend: (it) => [
      {
        where: 'topology',
        line: `nodes.${experimentOf(it).client}.mptcp.endpoints: leave out the flag "backup" of ${it.path.address}`,
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
    cause: (it) =>
      `${payload(it)} bytes were over before the path of ${it.path.device} was needed.`,
    mend: (it) => [
      {
        where: 'topology',
        line: `experiments[].seconds: ${Math.max(5, experimentOf(it).seconds)} or more`,
      },
    ],
  },
  {
    ...{ id: 'full-size-packets-lost', certainty: 'likely' },
    when: (it) => is('starved')(it) && !isBackup(it) && !shortTransfer(it),
    cause: (it) =>
      `The subflow on ${it.path.device} is established and carries next to nothing: full-size packets are lost there (an MTU smaller on the way, or a shaper's burst below one frame).`,
    mend: (it) => [
      {
        where: experimentOf(it).client,
        line: `ping -M do -s 1472 -I ${it.path.device} ${experimentOf(it).serverAddress}`,
      },
      {
        where: 'topology',
        line: `segments[].mtu: the same on both sides; impairment.burstBytes: at least the MTU + 14`,
      },
    ],
  },
  {
    ...{ id: 'backup-not-honoured', certainty: 'likely' },
    when: is('backup-used'),
    cause: (it) =>
      `The backup path ${it.path.device} carries payload while others work: one end does not take it for a backup.`,
    mend: (it) => [{ where: experimentOf(it).client, line: 'ip mptcp endpoint show' }],
  },
];
