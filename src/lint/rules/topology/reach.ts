import type { LintContext } from '../../context.js';
import type { Rule } from '../../rule.js';

export const pathLeadsNowhere: Rule = {
  id: 'topology/path-leads-nowhere',
  severity: 'error',
  summary: 'an interface of the client that no router joins to the server',
  check: ({ plan, nodes }) =>
    plan.experiments.flatMap(({ client, server, paths, kind }) =>
      (kind === 'multi-subflow' ? paths : [])
        .filter(({ serverAddress }) => serverAddress === null)
        .map(({ device, address }) => {
          const index =
            nodes.get(client)?.interfaces.findIndex((nic) => nic.device === device) ?? 0;
          const segment = nodes.get(client)?.interfaces[index]?.segment ?? '';
          return {
            at: ['nodes', client, 'interfaces', index],
            message: `no segment or router leads from ${device} of ${client} to ${server}`,
            consequence: `The join from ${address} is never answered: the path carries nothing.`,
            mend: `Plug a router that leads to ${server} into ${segment}, or list the client's endpoints without ${address}.`,
          };
        }),
    ),
};

export const unreachableNode: Rule = {
  id: 'topology/unreachable-node',
  severity: 'warning',
  summary: 'a node that no segment or router joins to the others',
  unless: ['topology/path-leads-nowhere'],
  check: (context) => {
    const parts = partsOf(context);
    const most = Math.max(...parts.map(({ length }) => length));
    const main = parts.find(({ length }) => length === most);
    return parts
      .filter((part) => part !== main)
      .flat()
      .map((name) => ({
        at: ['nodes', name],
        message: `nothing joins ${name} to ${main?.[0] ?? 'the others'}`,
        consequence: `No packet gets from ${name} to the rest of the lab: "Network is unreachable".`,
        mend: 'Plug it into a segment of theirs, or into one with a router to them.',
      }));
  },
};

/** The nodes in groups that segments join. */
function partsOf({ plan, ports }: LintContext): string[][] {
  const segmentsOf = new Map(
    plan.nodes.map(({ name, interfaces }) => [name, interfaces.map((nic) => nic.segment)]),
  );
  const [seenNodes, seenSegments] = [new Set<string>(), new Set<string>()];
  return plan.nodes.flatMap(({ name }) => {
    if (seenNodes.has(name)) return [];
    const part: string[] = [];
    const reached = [name];
    for (let node = reached.pop(); node !== undefined; node = reached.pop()) {
      if (seenNodes.has(node)) continue;
      seenNodes.add(node);
      part.push(node);
      for (const segment of segmentsOf.get(node) ?? []) {
        if (seenSegments.has(segment)) continue;
        seenSegments.add(segment);
        reached.push(...(ports.get(segment) ?? []).map((port) => port.node.name));
      }
    }
    return [part];
  });
}
