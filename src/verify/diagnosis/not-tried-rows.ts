import { grown } from '../counter-growth.js';
import type { EndpointSetting } from '../../model/evidence.js';
import { experimentOf, neededSubflows } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';

const endpointOf = ({ settings, path }: PathSymptom): EndpointSetting | null =>
  settings.endpoints.find(({ address }) => address === path.address) ?? null;
const flagsOf = (it: PathSymptom) => {
  const flags = endpointOf(it)?.flags ?? [];
  return flags.length > 0 ? `only ${flags.join(', ')}` : 'no flag';
};
const joins = ({ flags }: EndpointSetting) =>
  flags.includes('subflow') || flags.includes('fullmesh');
const couldNotSend = ({ observation: { evidence } }: PathSymptom) =>
  grown(evidence.counters.client, /^MPTcpExtMPJoinSynTx\w*Err$/);
const client = (it: PathSymptom) => experimentOf(it).client;
const sysctl = (
  { observation: { evidence } }: PathSymptom,
  end: 'client' | 'server',
  key: string,
) => evidence.environment.sysctls[`${evidence.experiment[end]}:net.mptcp.${key}`];
const needed = (it: PathSymptom) => neededSubflows(experimentOf(it));
const notTried = (row: Row<PathSymptom>): Row<PathSymptom> => ({
  ...row,
  when: (it) => it.state === 'not-tried' && row.when(it),
});

/** Why a client sent no join from a path's address. */
export const notTriedRows = (
  [
    {
      ...{ id: 'address-not-up', certainty: 'certain' },
      when: (it) => couldNotSend(it).length > 0,
      cause: (it) =>
        `${client(it)} tried to join from ${it.path.address} and could not send (${couldNotSend(it)
          .map(([name]) => name)
          .join(
            ', ',
          )}): the address is on no interface that is up, or no route leads away from it.`,
      mend: (it) => [
        { where: client(it), line: `ip address show dev ${it.path.device}` },
        { where: client(it), line: `ip link set dev ${it.path.device} up` },
      ],
    },
    {
      ...{ id: 'endpoint-missing', certainty: 'certain' },
      when: (it) => endpointOf(it) === null,
      cause: (it) =>
        `${client(it)} has no MPTCP endpoint ${it.path.address}, so it never joins from there.`,
      mend: (it) => [
        endpointInTopology(it),
        {
          where: client(it),
          line: `ip mptcp endpoint add ${it.path.address} dev ${it.path.device} subflow`,
        },
      ],
    },
    {
      ...{ id: 'endpoint-without-flag', certainty: 'certain' },
      when: (it) => {
        const endpoint = endpointOf(it);
        return endpoint !== null && !joins(endpoint);
      },
      cause: (it) =>
        `The endpoint ${it.path.address} of ${client(it)} has ${flagsOf(it)}; only \`subflow\` or \`fullmesh\` makes a client join from it.`,
      mend: (it) => [
        endpointInTopology(it),
        {
          where: client(it),
          line: `ip mptcp endpoint add ${it.path.address} dev ${it.path.device} subflow`,
        },
      ],
    },
    {
      ...{ id: 'client-limit', certainty: 'certain' },
      when: (it) => it.settings.limits !== null && it.settings.limits.subflows < needed(it),
      cause: (it) =>
        `${client(it)} may open ${it.settings.limits?.subflows ?? 0} additional subflow(s), ${needed(it)} are needed (before Linux 5.16 the default is 0).`,
      mend: (it) => [
        { where: 'topology', line: `nodes.${client(it)}.mptcp.limits.subflows: ${needed(it)}` },
        { where: client(it), line: `ip mptcp limits set subflows ${needed(it)}` },
      ],
    },
    {
      ...{ id: 'userspace-path-manager', certainty: 'certain' },
      when: (it) =>
        sysctl(it, 'client', 'pm_type') === '1' ||
        sysctl(it, 'client', 'path_manager') === 'userspace',
      cause: (it) =>
        `${client(it)} leaves its paths to a path manager in userspace (mptcpd), and none joined.`,
      mend: (it) => [{ where: client(it), line: 'sysctl -w net.mptcp.pm_type=0' }],
    },
    {
      ...{ id: 'joins-to-initial-address-forbidden', certainty: 'certain' },
      when: (it) => sysctl(it, 'server', 'allow_join_initial_addr_port') === '0',
      cause: ({ observation: { evidence } }) =>
        `${evidence.experiment.server} forbids joins to the address the connection was opened to.`,
      mend: ({ observation: { evidence } }) => [
        {
          where: evidence.experiment.server,
          line: 'sysctl -w net.mptcp.allow_join_initial_addr_port=1',
        },
      ],
    },
  ] satisfies readonly Row<PathSymptom>[] as readonly Row<PathSymptom>[]
).map(notTried);

function endpointInTopology(it: PathSymptom) {
  const endpoint = `{ "address": "${it.path.address}", "flags": ["subflow"] }`;
  return { where: 'topology', line: `nodes.${client(it)}.mptcp.endpoints: [${endpoint}]` };
}
