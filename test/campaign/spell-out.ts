import type {
  InterfaceInput,
  MptcpInput,
  NodeInput,
  PolicyInput,
  RouteInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';
import type {
  Endpoint,
  Plan,
  PlannedInterface,
  PlannedNode,
  Policy,
  Route,
} from '../../src/model/plan.js';

/** What a topology may leave to the planner, and this writes down as it was planned. */
export type Part = 'subnets' | 'interfaces' | 'routes' | 'policyRouting' | 'mptcp';

/** The topology with what the planner decided written into it; it then plans to the same again. */
export function spellOut(
  topology: TopologyInput,
  plan: Plan,
  isWanted: (part: Part, of: string) => boolean = () => true,
): TopologyInput {
  const spelled = structuredClone(topology);
  for (const { name, subnets } of plan.segments) {
    if (isWanted('subnets', name))
      spelled.segments[name] = { ...spelled.segments[name], subnets: [...subnets] };
  }
  for (const node of plan.nodes) {
    const input = spelled.nodes[node.name]!;
    const parts = partsOf(node, input);
    const wanted = Object.entries(parts).filter(([part]) => isWanted(part as Part, node.name));
    spelled.nodes[node.name] = { ...input, ...Object.fromEntries(wanted) };
  }
  return spelled;
}

function partsOf(node: PlannedNode, input: NodeInput): Partial<Record<Part, unknown>> {
  return {
    interfaces: node.interfaces.map((nic, index) => interfaceInput(nic, input.interfaces[index]!)),
    routes: node.routes.map(routeInput),
    policyRouting: node.policies.map(policyInput),
    mptcp: mptcpInput(node),
  };
}

function interfaceInput(
  { addresses, metric }: PlannedInterface,
  input: InterfaceInput,
): InterfaceInput {
  return {
    ...input,
    addresses: addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`),
    gateways: [...new Set(addresses.flatMap(({ gateway }) => gateway ?? []))],
    metric,
  };
}

function routeInput({ to, via, device, metric }: Route): RouteInput {
  return {
    to,
    ...(via !== null && { via }),
    ...(device !== null && { dev: device }),
    ...(metric !== null && { metric }),
  };
}

function policyInput({ from, table, routes }: Policy): PolicyInput {
  return { from, table, routes: routes.map(routeInput) };
}

function mptcpInput({ mptcp: { enabled, limits, endpoints } }: PlannedNode): MptcpInput {
  return {
    enabled,
    limits: { ...limits },
    endpoints: endpoints.map(({ address, flags, device, port, id }: Endpoint) => ({
      ...{ address, flags: [...flags] },
      ...(device !== null && { dev: device }),
      ...(port !== null && { port }),
      ...(id !== null && { id }),
    })),
  };
}
