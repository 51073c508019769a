import type { Counters } from '../../model/evidence.js';
import type { NodeHandle } from '../driver.js';
import { commandTimeoutMs } from './deadlines.js';

/** MPTCP's counters and those that tell where packets were lost. */
const kept = /^(MPTcpExt\w+|TcpExtIPReversePathFilter|Ip6?OutNoRoutes|TcpRetransSegs|TcpOutRsts)$/;

/** Absolute counters of a node, see nstat(8); its history file is neither read nor written. */
export async function readCounters(node: NodeHandle, signal: AbortSignal): Promise<Counters> {
  const argv = ['nstat', '--ignore', '--noupdate', '--zeros', '--json'] as const;
  const { stdout } = await node.exec(argv, { signal, timeoutMs: commandTimeoutMs });
  const { kernel } = JSON.parse(stdout) as { kernel: Counters };
  return Object.fromEntries(Object.entries(kernel).filter(([name]) => kept.test(name)));
}
