import type { Problem } from '../errors.js';
import type { EndpointFlag } from '../model/generated/topology.js';
import { formatAddress, parseAddress } from '../model/ip.js';
import type { Endpoint, PlannedExperiment } from '../model/plan.js';
import { pointer } from '../model/pointer.js';
import { addressesOf, byMetric, families, type Draft, type DraftNode } from './draft.js';

/** The in-kernel path manager holds no more (MPTCP_PM_ADDR_MAX). */
const mostEndpoints = 8;

export type Endpoints = ReadonlyMap<string, readonly Endpoint[]>;

/**
 * Each node's endpoints: those it lists, else what its part in the experiments asks for. Clients open
 * subflows from their other addresses, servers announce theirs.
 */
export function planEndpoints(
  draft: Draft,
  experiments: readonly PlannedExperiment[],
  problems: Problem[],
): Endpoints {
  const clients = new Set(experiments.map(({ client }) => client));
  const servers = new Set(experiments.map(({ server }) => server));
  const plan = (node: DraftNode): readonly Endpoint[] => {
    const flags: EndpointFlag[] = [
      ...(clients.has(node.name) ? (['subflow'] as const) : []),
      ...(servers.has(node.name) ? (['signal'] as const) : []),
    ];
    const endpoints = flags.length === 0 ? [] : otherAddresses(node, flags);
    if (endpoints.length > mostEndpoints) problems.push(tooMany(node.name, endpoints.length));
    return endpoints;
  };
  return new Map(
    [...draft.nodes.values()].map((node) => [node.name, givenEndpoints(node) ?? plan(node)]),
  );
}

export function givenEndpoints({ input }: DraftNode): Endpoint[] | undefined {
  return input.mptcp?.endpoints?.map(({ address, flags = [], dev, port, id }) => {
    const parsed = parseAddress(address);
    return {
      address: parsed === null ? address : formatAddress(parsed),
      flags,
      device: dev ?? null,
      port: port ?? null,
      id: id ?? null,
    };
  });
}

/** Every address but those of the interface that carries the initial subflow in their family. */
export function otherAddresses({ nics }: DraftNode, flags: readonly EndpointFlag[]): Endpoint[] {
  const primaries = families.map((family) => ({
    family,
    nic: byMetric(nics).find((nic) => addressesOf(nic, family).length > 0),
  }));
  const isPrimary = (nic: (typeof nics)[number], family: string) =>
    primaries.some((primary) => primary.family === family && primary.nic === nic);
  return nics
    .flatMap((nic) =>
      nic.addresses
        .filter(({ family }) => !isPrimary(nic, family))
        .map((address) => ({ address: formatAddress(address), device: nic.device })),
    )
    .map(({ address, device }, index) => ({ address, flags, device, port: null, id: index + 1 }));
}

function tooMany(node: string, count: number): Problem {
  return {
    where: pointer('nodes', node, 'mptcp', 'endpoints'),
    message: `"${node}" would need ${count} endpoints; the kernel holds ${mostEndpoints}`,
    next: 'List the endpoints to use, or take interfaces away.',
  };
}
