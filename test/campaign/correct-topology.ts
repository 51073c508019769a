import { buildLab } from 'subflow';
import type {
  AddressFamily,
  EndpointInput,
  Impairment,
  InterfaceInput,
  NodeInput,
  SegmentInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';
import type { Dice } from './dice.js';
import { namespaces } from './namespaces.js';
import { spellOut, type Part } from './spell-out.js';
import { wiring, type Wiring } from './wirings.js';

/** A lab that works: whatever its shape, nothing in it stands in the way of several subflows. */
export function correctTopology(dice: Dice): TopologyInput {
  const wires = wiring(dice);
  const families = dice.pick<AddressFamily[]>([['ipv4'], ['ipv4'], ['ipv6'], ['ipv4', 'ipv6']]);
  const topology: TopologyInput = {
    name: 'campaign',
    addressFamilies: families,
    segments: segmentsOf(wires, families, dice),
    nodes: nodesOf(wires, dice),
    experiments: [
      {
        kind: 'multi-subflow',
        ...{ client: 'client', server: 'server' },
        family: dice.pick(families),
        seconds: 1,
      },
    ],
  };
  addBystanders(topology, dice);
  return varied(topology, dice);
}

function segmentsOf(
  { client, server, routers }: Wiring,
  families: readonly AddressFamily[],
  dice: Dice,
): Record<string, SegmentInput> {
  const names = [...new Set([...client, ...server, ...routers.flat()])];
  const hasJumboFrames = dice.chance(0.1);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        ...(dice.chance(0.4) && { subnets: families.map((it) => subnetOf(it, index, dice)) }),
        ...(hasJumboFrames ? { mtu: 9000 } : dice.chance(0.1) && { mtu: dice.int(1280, 1500) }),
        ...(client.includes(name) && { impairment: impairment(dice) }),
      },
    ]),
  );
}

function subnetOf(family: AddressFamily, index: number, dice: Dice): string {
  if (family === 'ipv6') return `2001:db8:${index + 1}::/64`;
  return `172.${20 + index}.0.0/${dice.pick([16, 24, 26, 28])}`;
}

function impairment(dice: Dice): Impairment {
  return {
    rateMbit: dice.int(5, 15),
    ...(dice.chance(0.2) && { delayMs: dice.int(1, 15) }),
    ...(dice.chance(0.1) && { queueMs: dice.int(40, 200) }),
    ...(dice.chance(0.1) && { burstBytes: dice.int(20_000, 60_000) }),
  };
}

function nodesOf({ client, server, routers }: Wiring, dice: Dice): Record<string, NodeInput> {
  const metrics = dice.shuffled(client.map((_, index) => 50 + 10 * index));
  const hasMetrics = dice.chance(0.3);
  return {
    client: {
      interfaces: client.map((segment, index) => ({
        segment,
        ...(hasMetrics && { metric: metrics[index]! }),
      })),
      ...(dice.chance(0.15) && { sysctls: { 'net.ipv4.conf.all.rp_filter': dice.pick([1, 2]) } }),
    },
    ...Object.fromEntries(
      routers.map((segments, index): [string, NodeInput] => [
        `r${index}`,
        { role: 'router', interfaces: plugs(segments) },
      ]),
    ),
    server: {
      interfaces: plugs(server),
      ...(dice.chance(0.15) && { sysctls: { 'net.mptcp.checksum_enabled': 1 } }),
    },
  };
}

/** Hosts and a router at the edge that have no part in the experiment. */
function addBystanders({ segments, nodes }: TopologyInput, dice: Dice): void {
  const names = Object.keys(segments);
  for (let host = 0; host < dice.pick([0, 0, 1, 2, 3]); host += 1) {
    nodes[`h${host}`] = { interfaces: plugs([dice.pick(names)]) };
  }
  if (!dice.chance(0.2)) return;
  segments['stub'] = {};
  nodes['edge'] = { role: 'router', interfaces: plugs([dice.pick(names), 'stub']) };
  nodes['far'] = { interfaces: plugs(['stub']) };
}

const parts: readonly Part[] = ['subnets', 'interfaces', 'routes', 'policyRouting', 'mptcp'];

/** Some of what the planner would decide is written down, as the planner or another way that works. */
function varied(topology: TopologyInput, dice: Dice): TopologyInput {
  const { plan } = buildLab(topology, namespaces);
  const share = dice.pick([0, 0.3, 1]);
  const chosen = new Set(parts.filter(() => dice.chance(share)));
  // A given gateway is taken at its word: the planner adds no routes around it.
  if (chosen.has('interfaces')) chosen.add('routes').add('policyRouting');
  const spelled = spellOut(topology, plan, (part) => chosen.has(part));
  const { mptcp } = spelled.nodes['client']!;
  if (mptcp?.endpoints !== undefined) {
    const joinsOneAddress = plan.experiments.every(({ announced }) => announced.length === 0);
    mptcp.endpoints = endpointsLike(mptcp.endpoints, joinsOneAddress, dice);
    const mayMesh =
      joinsOneAddress || mptcp.endpoints.length >= spelled.nodes['client']!.interfaces.length;
    const isChanged = addFlags(mptcp.endpoints, mayMesh, dice);
    const isLeftOut = isChanged || dice.chance(0.3);
    if (isLeftOut) delete mptcp.limits;
    if (!isLeftOut && dice.chance(0.3)) mptcp.limits = { ...mptcp.limits, subflows: 8 };
  }
  return spelled;
}

/** An endpoint without device joins every address of the server's, by whatever way there is. */
function endpointsLike(
  endpoints: readonly EndpointInput[],
  joinsOneAddress: boolean,
  dice: Dice,
): EndpointInput[] {
  const withoutDevices = joinsOneAddress && dice.chance(0.6);
  const withoutIds = dice.chance(0.5);
  return endpoints.map((endpoint) => {
    const like = structuredClone(endpoint);
    if (withoutDevices) delete like.dev;
    if (withoutIds) delete like.id;
    return like;
  });
}

/** Flags that leave the lab correct, and ask for other limits: see mptcp/fullmesh-without-way. */
function addFlags(endpoints: readonly EndpointInput[], mayMesh: boolean, dice: Dice): boolean {
  if (endpoints.length === 0) return false;
  if (dice.chance(0.15)) {
    dice.pick(endpoints).flags?.push('backup');
    return true;
  }
  if (!dice.chance(0.1) || !mayMesh) return false;
  for (const { flags } of endpoints) flags?.push('fullmesh');
  return true;
}

function plugs(segments: readonly string[]): InterfaceInput[] {
  return segments.map((segment) => ({ segment }));
}
