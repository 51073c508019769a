import type { ProgramRun } from '../../model/evidence.js';
import { experimentPort } from '../../model/experiment-port.js';
import { growth } from '../counter-growth.js';
import type { Observation } from '../observation.js';
import type { Row } from './row.js';

/** A program that could not do its part. */
export interface ProgramSymptom {
  readonly observation: Observation;
  readonly program: ProgramRun;
}

/** Both ends' programs in trouble; a client that was not started is not, its server is. */
export function programSymptoms(observation: Observation): ProgramSymptom[] {
  const { server, client } = observation.evidence.programs;
  const troubled = [server, client].filter(({ trouble }) => trouble !== null);
  return troubled.slice(0, 1).map((program) => ({ observation, program }));
}

const says =
  (pattern: RegExp) =>
  ({ program }: ProgramSymptom) =>
    pattern.test(program.trouble ?? '');

const unreachable = says(/timed out|timeout|No route to host|Network is unreachable|was ended/i);
const portOf = ({ observation }: ProgramSymptom) =>
  experimentPort[observation.evidence.experiment.kind];
const serverRoutesMissing = ({ observation }: ProgramSymptom) =>
  growth(observation.evidence.counters.server, 'IpOutNoRoutes') > 0;

/** Causes of programs in trouble, by what they say. */
export const programRows: readonly Row<ProgramSymptom>[] = [
  {
    ...{ id: 'mptcp-off', certainty: 'certain' },
    when: says(/Protocol not available/),
    cause: ({ program: { node } }, words) => words['mptcp-off'](node),
    mend: ({ program: { node } }) => [
      { where: 'topology', line: `nodes.${node}.mptcp.enabled: true` },
      { where: node, line: 'sysctl -w net.mptcp.enabled=1' },
    ],
  },
  {
    ...{ id: 'port-taken', certainty: 'certain' },
    when: says(/Address already in use/),
    cause: (symptom, words) => words['port-taken'](symptom.program.node, portOf(symptom)),
    mend: (symptom) => [
      { where: symptom.program.node, line: `ss -ltnp 'sport = :${portOf(symptom)}'` },
    ],
  },
  {
    ...{ id: 'port-rejected', certainty: 'likely' },
    when: says(/Connection refused|reset by peer/i),
    cause: (symptom, words) => words['port-rejected'].connection(portOf(symptom)),
    mend: (_, words) => [{ where: words.routersAndServer, line: 'nft list ruleset' }],
  },
  {
    ...{ id: 'no-return-route', certainty: 'certain' },
    when: (symptom) => unreachable(symptom) && serverRoutesMissing(symptom),
    cause: ({ observation: { evidence } }, words) =>
      words['no-return-route'].connection(evidence.experiment.server),
    mend: ({ observation: { evidence } }) => [
      {
        where: evidence.experiment.server,
        line: `ip route add ${evidence.experiment.paths[0]?.address ?? 'CLIENT'} via GATEWAY`,
      },
    ],
  },
  {
    ...{ id: 'server-unreachable', certainty: 'likely' },
    when: (symptom) => unreachable(symptom) && !serverRoutesMissing(symptom),
    cause: ({ observation: { evidence } }, words) =>
      words['server-unreachable'](evidence.experiment.serverAddress),
    mend: ({ observation: { evidence } }, words) => [
      { where: words.routers, line: 'sysctl net.ipv4.ip_forward net.ipv4.conf.all.rp_filter' },
      {
        where: evidence.experiment.client,
        line: `ip route get ${evidence.experiment.serverAddress}`,
      },
    ],
  },
  {
    ...{ id: 'program-missing', certainty: 'certain' },
    when: says(/not found|No such file|exit code 127/),
    cause: ({ program: { node, argv } }, words) => words['program-missing'](node, argv.join(' ')),
    mend: ({ program: { node } }) => [
      { where: node, line: 'apt-get install mptcpize ncat iperf wireshark-common' },
    ],
  },
];
