import { parseAddress, type Address } from '../../../model/ip.js';
import type {
  Endpoint,
  ExperimentPath,
  PlannedExperiment,
  PlannedNode,
} from '../../../model/plan.js';
import type { LintContext } from '../../context.js';
import { trace } from '../../routing/trace.js';
import type { Rule } from '../../rule.js';
import { causes } from '../routing/losses.js';

export const fullmeshWithoutWay: Rule = {
  id: 'mptcp/fullmesh-without-way',
  severity: 'error',
  summary: 'endpoints with fullmesh, none of which has a way to an announced address',
  unless: [
    ...causes,
    'mptcp/announced-unreachable',
    'mptcp/endpoint-address-unowned',
    'mptcp/endpoint-device-missing',
    'mptcp/endpoint-wrong-device',
  ],
  check: (context) =>
    context.flows
      .filter(({ initial, experiment, path }) => !initial && isAnnounced(experiment, path))
      .flatMap(({ client, experiment, path: { serverAddress, device } }) => {
        const to = parseAddress(serverAddress ?? '');
        const meshed = to === null ? [] : meshedOf(client, to);
        const [first] = meshed;
        if (to === null || first === undefined) return [];
        if (meshed.some((endpoint) => leaves(context, client, endpoint, to) === device)) return [];
        const index = client.mptcp.endpoints.indexOf(first);
        return {
          at: ['nodes', client.name, 'mptcp', 'endpoints', index, 'flags'],
          message: `${experiment.server} announces ${serverAddress ?? ''}, and no endpoint of ${client.name} with fullmesh has a way there by ${device}`,
          consequence: `Endpoints with fullmesh alone join what is announced: nothing is tried from another address, and ${device} gets no subflow.`,
          mend: `Leave fullmesh out, so that routing chooses the address, or list one on ${device} with it too.`,
        };
      }),
};

function isAnnounced({ announced }: PlannedExperiment, { serverAddress }: ExperimentPath): boolean {
  return serverAddress !== null && announced.includes(serverAddress);
}

/** The endpoints that the kernel joins an announced address from, where there are any. */
function meshedOf({ mptcp }: PlannedNode, { family }: Address): Endpoint[] {
  return mptcp.endpoints.filter(
    ({ address, flags }) =>
      flags.includes('fullmesh') &&
      flags.includes('subflow') &&
      parseAddress(address)?.family === family,
  );
}

/** The device a join from the endpoint leaves by, where it arrives. */
function leaves(
  context: LintContext,
  node: PlannedNode,
  { address, device }: Endpoint,
  to: Address,
): string | null {
  const way = trace(context, node, { from: parseAddress(address), to, device });
  return way.loss === null ? (way.steps[0]?.device ?? null) : null;
}
