import type { Rule } from '../../rule.js';

export const unusedSegment: Rule = {
  id: 'topology/unused-segment',
  severity: 'warning',
  summary: 'a segment that nobody is plugged into',
  check: ({ plan }) =>
    plan.segments
      .filter(({ members }) => members.length === 0)
      .map(({ name }) => ({
        at: ['segments', name],
        message: `nobody is plugged into ${name}`,
        consequence: 'It is not in the lab: no route leads there ("Network is unreachable").',
        mend: 'Plug a node into it, or remove it.',
      })),
};

export const routerWithoutWayOn: Rule = {
  id: 'topology/router-without-way-on',
  severity: 'warning',
  summary: 'a router on one segment only',
  check: ({ plan }) =>
    plan.nodes
      .filter(({ role, interfaces }) => role === 'router' && segmentsOf(interfaces) === 1)
      .map(({ name, interfaces }) => ({
        at: ['nodes', name, 'interfaces'],
        message: `the router ${name} is on ${interfaces[0]?.segment ?? ''} only`,
        consequence: 'It joins nothing: what it gets it can send back by the same interface only.',
        mend: 'Plug it into a second segment, or make it a host.',
      })),
};

function segmentsOf(interfaces: readonly { readonly segment: string }[]): number {
  return new Set(interfaces.map(({ segment }) => segment)).size;
}
