import type { PlannedNode } from '../../../model/plan.js';
import type { LintContext } from '../../context.js';
import { imageOf } from '../../image-of.js';
import { isOlder } from '../../is-older.js';
import { multi } from '../../roles.js';
import type { Place, Rule } from '../../rule.js';

/** Something of MPTCP that came with a version of the kernel. */
interface Feature extends Pick<Rule, 'id' | 'severity' | 'summary' | 'unless'> {
  readonly since: string;
  /** In words, after "has no". */
  readonly what: string;
  readonly consequence: string;
  /** Where the node asks for it, below its own place. */
  readonly uses: (node: PlannedNode, context: LintContext) => readonly Place[];
}

const features: readonly Feature[] = [
  {
    id: 'image/kernel-without-mptcp',
    severity: 'error',
    summary: 'an end of an experiment whose kernel has no MPTCP',
    since: '5.6',
    what: 'MPTCP (RFC 8684)',
    consequence:
      'Programs get "Protocol not available". Kernels patched for RFC 6824 are no help: to the other end theirs is plain TCP.',
    uses: (node, { plan }) => (isEnd(node, plan.experiments) ? [['image']] : []),
  },
  {
    id: 'image/kernel-without-joins',
    severity: 'error',
    summary: 'several subflows with a kernel that knows one',
    unless: ['image/kernel-without-mptcp'],
    since: '5.7',
    what: 'second subflow',
    consequence: 'There is no path manager and no MP_JOIN: one path.',
    uses: (node, { plan }) => (isEnd(node, multi(plan.experiments)) ? [['image']] : []),
  },
  {
    id: 'image/kernel-one-path-at-a-time',
    severity: 'error',
    summary: 'several subflows with a kernel that sends on one at a time',
    unless: ['image/kernel-without-mptcp', 'image/kernel-without-joins'],
    since: '5.10',
    what: 'way to send on several subflows at once',
    consequence:
      'Subflows are established, all counters look right, and one of them has the bytes.',
    uses: (node, { plan }) => (isEnd(node, multi(plan.experiments)) ? [['image']] : []),
  },
  {
    id: 'image/kernel-without-announced-port',
    severity: 'warning',
    summary: 'an endpoint with a port, on a kernel that announces none',
    since: '5.12',
    what: 'ports in announcements',
    consequence: 'The port is not announced: whoever joins connects to the port of the connection.',
    uses: (node) => endpointsWhere(node, ({ port }) => port !== null, 'port'),
  },
  {
    id: 'image/kernel-without-fullmesh',
    severity: 'warning',
    summary: 'an endpoint with fullmesh, on a kernel that does not know the flag',
    since: '5.15',
    what: 'flag fullmesh',
    consequence: 'The endpoint joins one address of the server, not all that it announces.',
    uses: (node) => endpointsWhere(node, ({ flags }) => flags.includes('fullmesh'), 'flags'),
  },
];

export const kernelFeatures: readonly Rule[] = features.map((feature) => {
  const { id, severity, summary, unless = [], since, what, consequence, uses } = feature;
  return {
    ...{ id, severity, summary, unless },
    check: (context) =>
      context.plan.nodes.flatMap((node) => {
        const image = imageOf(context, node);
        const version = image?.kernelVersion ?? null;
        if (version === null || !isOlder(version, since)) return [];
        return uses(node, context).map((place) => ({
          at: ['nodes', node.name, ...place],
          message: `the kernel ${version} of ${node.name} has no ${what}, which came with ${since}`,
          consequence,
          mend: `Take an image of a newer kernel instead of ${image?.name ?? ''}: subflow image list.`,
        }));
      }),
  };
});

function isEnd(
  { name }: PlannedNode,
  experiments: readonly { readonly client: string; readonly server: string }[],
): boolean {
  return experiments.some(({ client, server }) => client === name || server === name);
}

function endpointsWhere(
  { mptcp }: PlannedNode,
  asks: (endpoint: PlannedNode['mptcp']['endpoints'][number]) => boolean,
  key: string,
): Place[] {
  return mptcp.endpoints.flatMap((endpoint, index) =>
    asks(endpoint) ? [['mptcp', 'endpoints', index, key]] : [],
  );
}
