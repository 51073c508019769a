import { LabError, type Problem } from '../errors.js';
import type { NodeInput, TopologyInput } from '../model/generated/topology.js';
import { formatPrefix } from '../model/ip.js';
import type { Plan, PlannedExperiment, PlannedNode, PlannedSegment } from '../model/plan.js';
import type { Limits } from '../model/provider.js';
import { checkLimits } from './check-limits.js';
import { draftLab } from './draft-lab.js';
import type { DraftNode, DraftSegment } from './draft.js';
import { planEndpoints, type Endpoints } from './endpoints.js';
import { expectOfPaths } from './expectations.js';
import { draftExperiments } from './experiments.js';
import { givenRoutes } from './given-route.js';
import { imageNameOf, planImages } from './images.js';
import { planInterface } from './interfaces.js';
import { mainRoutes } from './main-routes.js';
import { planMptcpLimits } from './mptcp-limits.js';
import { buildNetworks, type Networks } from './network.js';
import { pinnedRoutes } from './pinned-routes.js';
import { planPolicies } from './policies.js';
import { mptcpEnabled, planSysctls } from './sysctls.js';

/**
 * Decides all a topology leaves open. Pure: the same topology and limits give the same plan.
 *
 * @throws LabError `plan-impossible` with everything that stands in the way.
 */
export function planLab(topology: TopologyInput, limits: Limits): Plan {
  const problems: Problem[] = checkLimits(topology, limits);
  const draft = draftLab(topology, problems);
  const networks = buildNetworks(draft);
  const experiments = draftExperiments(topology, draft, networks, problems);
  const endpoints = planEndpoints(draft, experiments, problems);
  const images = planImages(topology, experiments, limits, problems);
  if (problems.length > 0) throw new LabError('plan-impossible', problems);

  const roles = {
    networks,
    experiments,
    endpoints,
    image: (node: NodeInput) => imageNameOf(node, topology, limits),
  };
  return {
    schemaVersion: 1,
    name: topology.name,
    provider: limits.provider,
    images,
    segments: [...draft.segments.values()].map(planSegment),
    nodes: [...draft.nodes.values()].map((node) => planNode(node, roles)),
    experiments: experiments.map((experiment) => expectOfPaths(experiment, endpoints)),
    lint: topology.lint ?? {},
  };
}

interface Roles {
  readonly networks: Networks;
  readonly experiments: readonly PlannedExperiment[];
  readonly endpoints: Endpoints;
  readonly image: (node: NodeInput) => string | null;
}

function planSegment({ name, subnets, mtu, nics }: DraftSegment): PlannedSegment {
  const members = nics.map(({ node, device }) => ({ node, device }));
  return { name, subnets: subnets.map(formatPrefix), mtu, members };
}

function planNode(
  node: DraftNode,
  { networks, experiments, endpoints, image }: Roles,
): PlannedNode {
  const { name, role, input } = node;
  const interfaces = node.nics.map((nic) => planInterface(nic, networks));
  return {
    name,
    role,
    image: image(input),
    existingVm: input.existingVm ?? null,
    ssh: input.ssh ?? null,
    interfaces,
    sysctls: planSysctls(node),
    routes: input.routes
      ? givenRoutes(input.routes, node)
      : [...mainRoutes(node, interfaces, networks), ...pinnedRoutes(node, experiments, networks)],
    policies: planPolicies(node, interfaces, networks),
    mptcp: {
      enabled: mptcpEnabled(role, input),
      limits: planMptcpLimits(node, experiments, endpoints),
      endpoints: endpoints.get(name) ?? [],
    },
  };
}
