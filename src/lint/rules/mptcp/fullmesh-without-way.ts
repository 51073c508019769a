import { parseAddress, type Address } from '../../../model/ip.js';
import type { Endpoint, PlannedNode } from '../../../model/plan.js';
import type { LintContext } from '../../context.js';
import { multi } from '../../roles.js';
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
    multi(context.plan.experiments).flatMap(({ client, server, announced, paths }) =>
      paths.slice(1).flatMap(({ serverAddress, device }) => {
        const node = context.nodes.get(client);
        const to = parseAddress(serverAddress ?? '');
        if (node === undefined || to === null || !announced.includes(serverAddress ?? ''))
          return [];
        const meshed = meshedOf(node, to);
        const [first] = meshed;
        if (first === undefined) return [];
        if (meshed.some((endpoint) => leaves(context, node, endpoint, to) === device)) return [];
        return {
          at: ['nodes', client, 'mptcp', 'endpoints', node.mptcp.endpoints.indexOf(first), 'flags'],
          message: `${server} announces ${serverAddress ?? ''}, and no endpoint of ${client} with fullmesh has a way there by ${device}`,
          consequence: `Endpoints with fullmesh alone join what is announced: nothing is tried from another address, and ${device} gets no subflow.`,
          mend: `Leave fullmesh out, so that routing chooses the address, or list one on ${device} with it too.`,
        };
      }),
    ),
};

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
