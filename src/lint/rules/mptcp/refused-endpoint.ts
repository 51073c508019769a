import type { Endpoint, PlannedNode } from '../../../model/plan.js';
import type { Place, Rule } from '../../rule.js';

/** What the kernel's path manager or ip-mptcp(8) refuses, and the lab therefore with it. */
interface Refusal {
  readonly id: string;
  readonly summary: string;
  /** The first wrong endpoint's place in the list; -1 where they are taken. */
  readonly find: (endpoints: readonly Endpoint[]) => number;
  readonly message: (endpoint: Endpoint, node: PlannedNode) => string;
  readonly mend: string;
}

/** MPTCP_PM_ADDR_MAX. */
const mostEndpoints = 8;

const refusals: readonly Refusal[] = [
  {
    id: 'mptcp/port-without-signal',
    summary: 'an endpoint with a port that is not announced',
    find: (endpoints) =>
      endpoints.findIndex(({ port, flags }) => port !== null && !flags.includes('signal')),
    message: ({ address, port }) =>
      `the endpoint ${address} has port ${port ?? 0} without the flag signal`,
    mend: 'Remove the port, or announce the address by the flag signal.',
  },
  {
    id: 'mptcp/signal-with-fullmesh',
    summary: 'an endpoint with the flags signal and fullmesh',
    find: (endpoints) =>
      endpoints.findIndex(({ flags }) => flags.includes('signal') && flags.includes('fullmesh')),
    message: ({ address }) => `the endpoint ${address} has the flags signal and fullmesh`,
    mend: 'Leave one of them: fullmesh is for those who connect, signal for those who are connected to.',
  },
  {
    id: 'mptcp/duplicate-endpoint',
    summary: 'two endpoints of one address and port',
    find: (endpoints) =>
      endpoints.findIndex(
        ({ address, port }, index) =>
          endpoints.findIndex((it) => it.address === address && it.port === port) < index,
      ),
    message: ({ address }, { name }) => `${name} lists the endpoint ${address} twice`,
    mend: 'Remove one; an endpoint may have several flags.',
  },
  {
    id: 'mptcp/duplicate-endpoint-id',
    summary: 'two endpoints of one node with the same id',
    find: (endpoints) =>
      endpoints.findIndex(
        ({ id }, index) => id !== null && endpoints.findIndex((it) => it.id === id) < index,
      ),
    message: ({ address, id }) => `the endpoint ${address} has the id ${id ?? 0} of another one`,
    mend: 'Leave the ids out: the kernel counts them from 1.',
  },
  {
    id: 'mptcp/too-many-endpoints',
    summary: `more than ${mostEndpoints} endpoints on a node`,
    find: ({ length }) => (length > mostEndpoints ? mostEndpoints : -1),
    message: (_, { name, mptcp }) =>
      `${name} lists ${mptcp.endpoints.length} endpoints, the kernel holds ${mostEndpoints}`,
    mend: `Leave ${mostEndpoints} of them; the address of the initial subflow needs none.`,
  },
];

export const refusedEndpoints: readonly Rule[] = refusals.map(
  ({ id, summary, find, message, mend }) => ({
    ...{ id, severity: 'error', summary },
    check: ({ plan }) =>
      plan.nodes.flatMap((node) => {
        const { endpoints } = node.mptcp;
        const index = find(endpoints);
        const endpoint = endpoints[index];
        if (endpoint === undefined) return [];
        const at: Place = ['nodes', node.name, 'mptcp', 'endpoints', index];
        const consequence = 'The endpoint is refused when it is added: the lab does not come up.';
        return { at, message: message(endpoint, node), consequence, mend };
      }),
  }),
);
