import type { Problem } from '../errors.js';
import type { AddressFamily, ExperimentInput, TopologyInput } from '../model/generated/topology.js';
import { formatAddress, type BoundAddress } from '../model/ip.js';
import type { PlannedExperiment } from '../model/plan.js';
import { pointer } from '../model/pointer.js';
import { announcedAddresses } from './announced.js';
import { certain } from './certain.js';
import { addressesOf, byMetric, type Draft, type DraftNode } from './draft.js';
import { uniqueNames } from './experiment-names.js';
import type { Networks } from './network.js';
import { pathsBetween } from './paths.js';

const defaultSeconds = 5;

/**
 * The experiments the topology lists, else both kinds between two hosts that reach each other,
 * multi-subflow only where there are two ways. What the paths carry is settled later, by the client's endpoints.
 */
export function draftExperiments(
  topology: TopologyInput,
  draft: Draft,
  networks: Networks,
  problems: Problem[],
): PlannedExperiment[] {
  const inputs = topology.experiments ?? defaultExperiments(draft);
  const names = uniqueNames(inputs);
  return inputs.flatMap((input, index) => {
    const experiment = draftExperiment(
      { ...input, forcing: { ...topology.forcing, ...input.forcing } },
      certain(names[index]),
      draft,
      networks,
    );
    if (!('next' in experiment)) return experiment;
    const where = pointer('experiments', index);
    if (topology.experiments !== undefined) problems.push({ where, ...experiment });
    return [];
  });
}

/** From the host with most interfaces to the last other one. */
function defaultExperiments({ nodes }: Draft): ExperimentInput[] {
  const hosts = [...nodes.values()].filter(({ role }) => role === 'host');
  const client = hosts.reduce<DraftNode | undefined>(
    (most, host) => (most === undefined || host.nics.length > most.nics.length ? host : most),
    undefined,
  );
  const server = hosts.findLast((host) => host !== client);
  if (client === undefined || server === undefined) return [];
  const ends = { client: client.name, server: server.name };
  return [
    { kind: 'single-subflow', ...ends },
    { kind: 'multi-subflow', ...ends },
  ];
}

type Impossible = Omit<Problem, 'where'>;

/** The experiment, or why there is none. */
function draftExperiment(
  input: ExperimentInput,
  name: string,
  { nodes }: Draft,
  networks: Networks,
): PlannedExperiment | Impossible {
  const client = certain(nodes.get(input.client));
  const server = certain(nodes.get(input.server));
  const family = input.family ?? firstFamily(server);
  const target = family && primaryAddress(server, family);
  if (!family || !target) return unjoined(`"${server.name}" has no ${family ?? 'IP'} address`);
  const serverAddress = formatAddress(target);
  const isMulti = input.kind === 'multi-subflow';
  const announced = isMulti ? announcedAddresses(server, family, serverAddress) : [];
  const addresses = [serverAddress, ...announced];
  const paths = pathsBetween(client, server, networks[family], addresses);
  const ends = `from "${client.name}" to "${server.name}"`;
  if (paths[0]?.serverAddress !== serverAddress) {
    return unjoined(`no ${family} path leads ${ends}`);
  }
  if (isMulti && paths.length + announced.length < 2) return singleWay(family, ends);
  return {
    name,
    kind: input.kind,
    client: client.name,
    server: server.name,
    family,
    serverAddress,
    forcing: { client: 'mptcpize', server: 'mptcpize', ...input.forcing },
    programs: { client: null, server: null, ...input.programs },
    seconds: input.seconds ?? defaultSeconds,
    paths,
    announced,
  };
}

function firstFamily({ nics }: DraftNode): AddressFamily | undefined {
  return byMetric(nics).flatMap(({ addresses }) => addresses)[0]?.family;
}

/** The address others connect to: the first of the family by the interface of the lowest metric. */
function primaryAddress({ nics }: DraftNode, family: AddressFamily): BoundAddress | undefined {
  return byMetric(nics).flatMap((nic) => addressesOf(nic, family))[0];
}

function unjoined(message: string): Impossible {
  const next = 'Join them by a segment or a router, or choose other ends or another family.';
  return { message, next };
}

function singleWay(family: AddressFamily, ends: string): Impossible {
  return {
    message: `multi-subflow needs two ways, and one ${family} path leads ${ends}`,
    next: 'Give the client another interface, or let the server announce another address.',
  };
}
