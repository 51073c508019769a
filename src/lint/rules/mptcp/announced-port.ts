import { experimentPort } from '../../../model/experiment-port.js';
import type { LintContext } from '../../context.js';
import { endpointPlaces, serversOf, type EndpointPlace } from '../../roles.js';
import type { Rule } from '../../rule.js';

const programsPort = experimentPort['multi-subflow'];

export const portOfExperiment: Rule = {
  id: 'mptcp/port-of-experiment',
  severity: 'error',
  summary: "an endpoint announced with the port of the experiment's own server",
  check: (context) =>
    announcedPorts(context)
      .filter(({ endpoint: { port } }) => port === programsPort)
      .map(({ node, endpoint, at }) => ({
        at: [...at, 'port'],
        message: `the endpoint ${endpoint.address} of ${node.name} has port ${programsPort}, which its server is to listen on`,
        consequence:
          'The kernel itself listens on an announced port: the program cannot bind to it (Address already in use).',
        mend: 'Leave the port out: joins go to the port of the connection.',
      })),
};

export const announcesAnotherPort: Rule = {
  id: 'mptcp/announces-another-port',
  severity: 'warning',
  summary: "an endpoint announced with a port beside the experiment's",
  check: (context) =>
    announcedPorts(context)
      .filter(({ endpoint: { port } }) => port !== programsPort)
      .map(({ node, endpoint, at }) => ({
        at: [...at, 'port'],
        message: `the endpoint ${endpoint.address} of ${node.name} has port ${endpoint.port ?? 0}, the captures are of port ${programsPort}`,
        consequence:
          'Joins to that port carry data that no capture holds: the verdict is inconclusive.',
        mend: 'Leave the port out: joins go to the port of the connection.',
      })),
};

function announcedPorts(context: LintContext): EndpointPlace[] {
  const servers = serversOf(context);
  return endpointPlaces(context)
    .filter(({ node }) => servers.has(node.name))
    .filter(({ endpoint: { port, flags } }) => port !== null && flags.includes('signal'));
}
