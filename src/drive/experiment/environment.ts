import type { Environment } from '../../model/evidence.js';
import type { Argv, NodeHandle } from '../driver.js';
import { firstLine } from '../first-line.js';
import { commandTimeoutMs } from './deadlines.js';
import type { Run } from './run.js';

const toolVersions: Readonly<Record<string, Argv>> = {
  dumpcap: ['dumpcap', '--version'],
  ip: ['ip', '-Version'],
  iperf: ['iperf', '--version'],
  mptcpize: ['mptcpize', '--version'],
  ncat: ['ncat', '--version'],
};

export const congestionControlKey = 'net.ipv4.tcp_congestion_control';

const sysctlPaths = [
  '/proc/sys/net/mptcp',
  '/proc/sys/net/ipv4/tcp_congestion_control',
  '/proc/sys/net/ipv4/tcp_available_congestion_control',
];

/** What a run's figures depend on besides the plan. */
export async function readEnvironment(run: Run): Promise<Environment> {
  const { lab, experiment, context } = run;
  const ends = [...new Set([experiment.client, experiment.server])].map((name) => lab.node(name));
  const [client] = ends;
  const read = async (node: NodeHandle | undefined, argv: Argv) => {
    const options = { signal: context.signal, timeoutMs: commandTimeoutMs, check: false };
    const result = await node?.exec(argv, options);
    return `${result?.stdout ?? ''}${result?.stderr ?? ''}`;
  };
  const tools = Object.entries(toolVersions).map(
    async ([tool, argv]) => [tool, firstLine(await read(client, argv))] as const,
  );
  const sysctls = ends.map(async (node) =>
    sysctlsOf(node.name, await read(node, ['grep', '-rs', '', ...sysctlPaths])),
  );
  // All at once: a promise nobody waits for yet would end the process when an interrupt rejects it.
  const [release, versions, settings] = await Promise.all([
    read(client, ['uname', '-r']),
    Promise.all(tools),
    Promise.all(sysctls),
  ]);
  return {
    kernel: firstLine(release),
    provider: lab.plan.provider,
    tools: Object.fromEntries(versions),
    sysctls: Object.fromEntries(settings.flat()),
    degraded: lab.degraded,
  };
}

/** grep's `/proc/sys/net/mptcp/enabled:1` as `node:net.mptcp.enabled` and `1`. */
function sysctlsOf(node: string, text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [, path, value] = /^\/proc\/sys\/([^:]+):(.*)$/.exec(line) ?? [];
      if (path === undefined || value === undefined) return [];
      return [[`${node}:${path.replaceAll('/', '.')}`, value]];
    })
    .sort();
}
