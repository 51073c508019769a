import { closedEarly } from '../closed-early.js';
import { grown } from '../counter-growth.js';
import type { EndpointSetting } from '../../model/evidence.js';
import { experimentOf, neededSubflows } from './path-facts.js';
import type { PathSymptom } from './path-symptom.js';
import type { Row } from './row.js';

const endpointOf = ({ settings, path }: PathSymptom): EndpointSetting | null =>
  settings.endpoints.find(({ address }) => address === path.address) ?? null;
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
      cause: (it, words) => {
        const counters = words.list(couldNotSend(it).map(([name]) => name));
        return words['address-not-up'](client(it), it.path.address, counters);
      },
      mend: (it) => [
        { where: client(it), line: `ip address show dev ${it.path.device}` },
        { where: client(it), line: `ip link set dev ${it.path.device} up` },
      ],
    },
    {
      ...{ id: 'endpoint-missing', certainty: 'certain' },
      when: (it) => endpointOf(it) === null,
      cause: (it, words) => words['endpoint-missing'](client(it), it.path.address),
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
      cause: (it, words) => {
        const flags = endpointOf(it)?.flags ?? [];
        return words['endpoint-without-flag'](client(it), it.path.address, flags);
      },
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
      cause: (it, words) => {
        const limit = it.settings.limits?.subflows ?? 0;
        return words['client-limit'].join(client(it), limit, needed(it));
      },
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
      cause: (it, words) => words['userspace-path-manager'](client(it)),
      mend: (it) => [{ where: client(it), line: 'sysctl -w net.mptcp.pm_type=0' }],
    },
    {
      ...{ id: 'joins-to-initial-address-forbidden', certainty: 'certain' },
      when: (it) => sysctl(it, 'server', 'allow_join_initial_addr_port') === '0',
      cause: (it, words) => words['joins-to-initial-address-forbidden'](experimentOf(it).server),
      mend: ({ observation: { evidence } }) => [
        {
          where: evidence.experiment.server,
          line: 'sysctl -w net.mptcp.allow_join_initial_addr_port=1',
        },
      ],
    },
    {
      ...{ id: 'client-half-closed', certainty: 'likely' },
      when: ({ observation }) => closedEarly(observation),
      cause: (it, words) => words['client-half-closed'](client(it), it.path.address),
      mend: (it, words) => [{ where: client(it), line: words.keepSending }],
    },
  ] satisfies readonly Row<PathSymptom>[] as readonly Row<PathSymptom>[]
).map(notTried);

function endpointInTopology(it: PathSymptom) {
  const endpoint = `{ "address": "${it.path.address}", "flags": ["subflow"] }`;
  return { where: 'topology', line: `nodes.${client(it)}.mptcp.endpoints: [${endpoint}]` };
}
