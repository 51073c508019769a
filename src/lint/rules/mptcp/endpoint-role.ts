import type { EndpointFlag } from '../../../model/generated/topology.js';
import { pointer } from '../../../model/pointer.js';
import { clientsOf, endpointPlaces, serversOf, type EndpointPlace } from '../../roles.js';
import type { LintContext } from '../../context.js';
import type { Mistake, Rule } from '../../rule.js';

export const signalOnClient: Rule = {
  id: 'mptcp/signal-on-client',
  severity: 'error',
  summary: "a client's endpoint that is announced instead of used",
  unless: ['mptcp/signal-with-fullmesh'],
  check: (context) =>
    clientEndpoints(context)
      .filter(({ endpoint: { flags } }) => flags.includes('signal') && !flags.includes('subflow'))
      .map((it) => ({
        ...addingSubflow(it, ['subflow']),
        message: `the endpoint ${it.endpoint.address} of the client ${it.node.name} has the flag signal, not subflow`,
        consequence:
          'Its address is announced (AddAddrTx) and the server does not connect to clients: no MP_JOIN, one path.',
      })),
};

export const modifierFlagAlone: Rule = {
  id: 'mptcp/modifier-flag-alone',
  severity: 'error',
  summary: 'an endpoint with backup or fullmesh, but neither subflow nor signal',
  check: (context) =>
    endpointPlaces(context)
      .filter(({ endpoint: { flags } }) => flags.length > 0)
      .filter(({ endpoint: { flags } }) => !flags.includes('subflow') && !flags.includes('signal'))
      .map((it) => ({
        ...addingSubflow(it, ['subflow', ...it.endpoint.flags]),
        message: `the endpoint ${it.endpoint.address} of ${it.node.name} has only the flag ${it.endpoint.flags.join(', ')}`,
        consequence:
          'The kernel accepts it and never uses it: backup and fullmesh say how, subflow and signal say for what.',
      })),
};

/** Endpoints of nodes that open subflows and announce nothing in any experiment. */
function clientEndpoints(context: LintContext): EndpointPlace[] {
  const [clients, servers] = [clientsOf(context), serversOf(context)];
  return endpointPlaces(context).filter(
    ({ node }) => clients.has(node.name) && !servers.has(node.name),
  );
}

function addingSubflow(
  { at }: EndpointPlace,
  flags: readonly EndpointFlag[],
): Pick<Mistake, 'at' | 'mend' | 'changes' | 'safe'> {
  const place = [...at, 'flags'];
  return {
    at: place,
    mend: `Write the flags ${flags.join(', ')}.`,
    changes: [{ op: 'replace', path: pointer(...place), value: flags }],
    safe: true,
  };
}
