import type { Problem } from '../../errors.js';
import type { ExperimentPath, Plan, PlannedExperiment, PlannedNode } from '../../model/plan.js';
import type { NodeHandle } from '../driver.js';
import { commandTimeoutMs } from '../experiment/deadlines.js';

interface Link {
  readonly ifname: string;
  readonly address: string;
  readonly addr_info: readonly { readonly local: string; readonly prefixlen: number }[];
}

/** Whether a booted node is what was planned: names, MACs and addresses, and where its paths leave. */
export async function checkNode(
  plan: Plan,
  planned: PlannedNode,
  node: NodeHandle,
  signal: AbortSignal,
): Promise<Problem[]> {
  const options = { signal, timeoutMs: commandTimeoutMs };
  const { stdout } = await node.exec(['ip', '-json', 'address', 'show'], options);
  const interfaces = interfaceProblems(planned, JSON.parse(stdout) as Link[]);
  const paths = pathsOf(plan, planned).map(async (path) => pathProblems(path, node, signal));
  return [...interfaces, ...(await Promise.all(paths)).flat()];
}

/** Exported for its test. */
export function interfaceProblems(
  { name, interfaces, existingVm }: PlannedNode,
  links: readonly Link[],
): Problem[] {
  return interfaces.flatMap(({ device, mac, addresses }) => {
    const link = links.find(({ ifname }) => ifname === device);
    const found = link?.addr_info.map(({ local, prefixlen }) => `${local}/${prefixlen}`) ?? [];
    const wanted = addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`);
    const wrong = [
      ...(link ? [] : ['is not there']),
      ...(link && link.address !== mac ? [`has MAC address ${link.address}, not ${mac}`] : []),
      ...(link ? wanted.filter((it) => !found.includes(it)).map((it) => `lacks ${it}`) : []),
    ];
    return wrong.map((message) => ({
      where: `${name}/${device}`,
      message,
      next:
        existingVm === null
          ? `See what cloud-init says of it: \`vagrant ssh ${name} -c 'cloud-init status --long'\`.`
          : `See what in your VM changes what nodes/${name}/node.sh sets.`,
    }));
  });
}

interface Path extends ExperimentPath {
  readonly to: string;
}

/** Paths from this node that the plan itself routes by their source address. */
function pathsOf({ experiments }: Plan, { name, policies }: PlannedNode): Path[] {
  const ours = experiments.filter(({ client }) => client === name);
  const paths = ours.flatMap(({ paths: all }: PlannedExperiment) =>
    all.flatMap((path) =>
      path.serverAddress === null ? [] : [{ ...path, to: path.serverAddress }],
    ),
  );
  const routed = paths.filter(({ address, device }) =>
    policies.some(
      ({ from, routes }) => from === address && routes.every((it) => it.device === device),
    ),
  );
  return [...new Map(routed.map((path) => [`${path.address} ${path.to}`, path])).values()];
}

async function pathProblems(
  { to, address, device }: Path,
  node: NodeHandle,
  signal: AbortSignal,
): Promise<Problem[]> {
  const argv = ['ip', '-json', 'route', 'get', to, 'from', address] as const;
  const options = { signal, timeoutMs: commandTimeoutMs, check: false };
  const { stdout, stderr } = await node.exec(argv, options);
  const [route] = (stdout.startsWith('[') ? JSON.parse(stdout) : []) as { dev: string }[];
  if (route?.dev === device) return [];
  const message = route ? `leaves by ${route.dev}, not ${device}` : stderr.trim();
  return [
    {
      where: node.name,
      message: `a packet from ${address} to ${to} ${message}`,
      next: `See \`ip rule\` and \`ip route show table all\` there: \`vagrant ssh ${node.name}\`.`,
    },
  ];
}
