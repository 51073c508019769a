import type { Flow } from '../../flows.js';
import type { LintContext } from '../../context.js';
import { forwardingKeys } from '../../routing/forwards.js';
import type { Loss, Trace } from '../../routing/trace.js';
import type { Mistake, Rule } from '../../rule.js';

/** Causes that other rules find on the spot; what they do to packets is not told again. */
export const causes = [
  'routing/gateway-unowned',
  'routing/gateway-off-link',
  'routing/no-source-rule',
  'routing/empty-table',
  'routing/crossed-tables',
  'routing/shared-table',
  'routing/reserved-table',
  'routing/gateway-is-itself',
  'address/duplicate',
  'address/not-a-host',
  'address/outside-subnet',
  'address/overlapping-subnets',
  'mptcp/endpoint-wrong-device',
  'topology/path-leads-nowhere',
];

export const forwardingOff: Rule = {
  id: 'routing/forwarding-off',
  severity: 'error',
  summary: 'a router on the way that does not forward',
  unless: causes,
  check: (context) =>
    lost(context, 'not-forwarding')
      .filter(({ trace: { end } }) => end.role === 'router')
      .map(({ flow, trace: { end } }) => ({
        at: ['nodes', end.name, 'sysctls'],
        message: `the router ${end.name} does not forward ${flow.experiment.family} packets`,
        consequence: `Whatever ${flow.client.name} and ${flow.server.name} send each other by it is dropped without a word: connections and joins time out.`,
        mend: `Set ${forwardingKeys[flow.experiment.family][0] ?? ''} to 1, or leave it out: the planner sets it on routers.`,
      })),
};

export const gatewayDoesNotForward: Rule = {
  id: 'routing/gateway-is-a-host',
  severity: 'error',
  summary: 'a next hop that is a host, which does not forward',
  unless: causes,
  check: (context) =>
    lost(context, 'not-forwarding')
      .filter(({ trace: { end } }) => end.role === 'host')
      .map(({ flow, trace: { end, steps } }) => ({
        at: ['nodes', steps.at(-1)?.node.name ?? flow.client.name],
        message: `${steps.at(-1)?.node.name ?? ''} sends what is for others to ${steps.at(-1)?.nextHop ?? ''}, which is the host ${end.name}`,
        consequence: `${end.name} drops it: connections and joins that way time out.`,
        mend: 'Name a router of the segment as the gateway, or make the node a router.',
      })),
};

export const noWayBack: Rule = {
  id: 'routing/no-way-back',
  severity: 'error',
  summary: "no route from the server's side back to a client's address",
  unless: [...causes, 'routing/no-route'],
  check: (context) =>
    context.flows
      .filter(({ there, back }) => there.loss === null && back.loss === 'no-route')
      .map(({ client, server, path, back: { end }, initial }) => ({
        at: ['nodes', end.name, 'routes'],
        message: `${end.name} has no route to ${path.address} of ${client.name}`,
        consequence: `${server.name} gets the SYN from ${path.address} and its answer is lost: ${initial ? 'the connection times out' : `the join is never answered, ${path.device} stays idle`} (IpOutNoRoutes counts).`,
        mend: `Give ${end.name} a route there, or leave its "routes" out to have them planned.`,
      })),
};

export const noRoute: Rule = {
  id: 'routing/no-route',
  severity: 'error',
  summary: 'no route to the server, on the client or on the way',
  unless: causes,
  check: (context) =>
    context.flows.filter(({ there }) => isUnrouted(there)).map((flow) => unrouted(flow)),
};

export const routingLoop: Rule = {
  id: 'routing/loop',
  severity: 'error',
  summary: 'routers that send packets round in a circle',
  unless: causes,
  check: (context) =>
    lost(context, 'loop').map(({ flow, trace: { steps, end } }) => {
      const circle = [...new Set(steps.slice(-4).map(({ node }) => node.name))];
      return {
        at: ['nodes', end.name, 'routes'],
        message: `packets between ${flow.client.name} and ${flow.server.name} go round between ${circle.join(' and ')}`,
        consequence:
          'They end when their time to live does: connections and joins that way time out.',
        mend: `Correct the routes of ${circle.join(' or ')}, or leave them out to have them planned.`,
      };
    }),
};

interface LostFlow {
  readonly flow: Flow;
  readonly trace: Trace;
}

/** Flows whose packets are lost so, on the way there or, if that is whole, on the way back. */
function lost({ flows }: LintContext, loss: Loss): LostFlow[] {
  return flows
    .map((flow) => ({ flow, trace: flow.there.loss === null ? flow.back : flow.there }))
    .filter(({ trace }) => trace.loss === loss);
}

/** A socket bound to a device goes without a route, and asks on the wire for who is not there. */
function isUnrouted({ loss, steps }: Trace): boolean {
  return loss === 'no-route' || (loss === 'no-neighbour' && steps.at(-1)?.route === null);
}

function unrouted({ client, path, initial, there: { end } }: Flow): Mistake {
  const to = path.serverAddress ?? '';
  const by = initial ? '' : ` by ${path.device}`;
  return {
    at: ['nodes', end.name, 'routes'],
    message: `${end.name} has no route to ${to}${end === client ? by : ''}`,
    consequence: initial
      ? `${client.name} cannot connect: the network is unreachable.`
      : `The join from ${path.address} is never answered: ${path.device} stays idle.`,
    mend: `Give ${end.name} a route there${end === client ? by : ''}, or leave its "routes" out to have them planned.`,
  };
}
