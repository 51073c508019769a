import type { EndpointSetting, NodeSettings } from '../../model/evidence.js';
import type { Argv, NodeHandle } from '../driver.js';
import { commandTimeoutMs } from './deadlines.js';

/** What a node has set, asked of ip(8); what it cannot tell (no MPTCP, no IPv6) is left out. */
export async function readSettings(node: NodeHandle, signal: AbortSignal): Promise<NodeSettings> {
  const said = async (...args: string[]) => {
    const argv: Argv = ['ip', ...args];
    const options = { signal, timeoutMs: commandTimeoutMs, check: false };
    return (await node.exec(argv, options)).stdout;
  };
  const [limits, endpoints, rules4, rules6] = await Promise.all([
    said('mptcp', 'limits', 'show'),
    said('mptcp', 'endpoint', 'show'),
    said('-4', '-json', 'rule', 'show'),
    said('-6', '-json', 'rule', 'show'),
  ]);
  return {
    limits: limitsIn(limits),
    endpoints: endpointsIn(endpoints),
    sourceRules: [...sourceRulesIn(rules4), ...sourceRulesIn(rules6)],
  };
}

/** Older ip(8) has no JSON for limits and endpoints. */
export function limitsIn(text: string): NodeSettings['limits'] {
  const [, addAddrAccepted, subflows] = /add_addr_accepted (\d+) subflows (\d+)/.exec(text) ?? [];
  if (addAddrAccepted === undefined || subflows === undefined) return null;
  return { subflows: Number(subflows), addAddrAccepted: Number(addAddrAccepted) };
}

const endpointFlags = ['subflow', 'signal', 'backup', 'fullmesh', 'implicit', 'laminar'];

/** Lines such as `10.0.0.2 id 1 subflow backup dev enp0s8`. */
export function endpointsIn(text: string): EndpointSetting[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [address = '', ...words] = line.trim().split(/\s+/);
    const device = words.indexOf('dev');
    return {
      address,
      flags: words.filter((word) => endpointFlags.includes(word)),
      device: device >= 0 ? (words[device + 1] ?? null) : null,
    };
  });
}

interface Rule {
  readonly src?: string;
  readonly srclen?: number;
  readonly table?: string;
}

export function sourceRulesIn(json: string): NodeSettings['sourceRules'] {
  const rules = (json.trim() === '' ? [] : JSON.parse(json)) as Rule[];
  return rules.flatMap(({ src, srclen, table }) =>
    src === undefined || src === 'all' || table === undefined
      ? []
      : { from: srclen === undefined ? src : `${src}/${srclen}`, table },
  );
}
