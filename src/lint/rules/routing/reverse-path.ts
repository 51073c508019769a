import type { Flow } from '../../flows.js';
import type { LintContext } from '../../context.js';
import type { Trace } from '../../routing/trace.js';
import type { Mistake, Rule } from '../../rule.js';
import { causes } from './losses.js';

export const reversePathOnHost: Rule = {
  id: 'routing/reverse-path-on-host',
  severity: 'error',
  summary: 'a strict rp_filter on a host that would answer by another interface',
  unless: causes,
  check: (context) => filtered(context, 'host'),
};

export const reversePathOnRouter: Rule = {
  id: 'routing/reverse-path-on-router',
  severity: 'error',
  summary: 'a strict rp_filter on a router whose way back to the sender is another one',
  unless: causes,
  check: (context) => filtered(context, 'router'),
};

function filtered({ flows }: LintContext, role: 'host' | 'router'): Mistake[] {
  return flows
    .map((flow) => ({ flow, trace: flow.there.loss === null ? flow.back : flow.there }))
    .filter(({ trace: { loss, end } }) => loss === 'reverse-path' && end.role === role)
    .map(({ flow, trace }) => filteredMistake(flow, trace));
}

function filteredMistake({ client, server, path, back, initial }: Flow, trace: Trace): Mistake {
  const { end, device } = trace;
  const sender = trace === back ? `${server.name}'s answers` : `what comes from ${path.address}`;
  return {
    at: ['nodes', end.name, 'sysctls'],
    message: `${end.name} filters ${sender} on ${device ?? ''}: its way back leaves by another interface`,
    consequence: `The packets are dropped without a word (TcpExtIPReversePathFilter counts on ${end.name}): ${initial ? 'the connection times out' : `the join of ${client.name} from ${path.address} is not completed`}.`,
    mend:
      end === client
        ? `Leave out "policyRouting" of ${client.name} to have it planned, or set rp_filter to 2 (loose).`
        : `Let the routes there and back use the same interface of ${end.name}, or set rp_filter to 2 (loose).`,
  };
}
