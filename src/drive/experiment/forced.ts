import type { ForcingMethod } from '../../model/generated/topology.js';
import type { Argv } from '../driver.js';

/** What a program is started by, so that its TCP sockets are MPTCP's. */
const prefixes: Readonly<Record<ForcingMethod, readonly string[]>> = {
  mptcpize: ['mptcpize', 'run'],
  go: ['env', 'GODEBUG=multipathtcp=1'],
  // The program itself asks for IPPROTO_MPTCP.
  native: [],
  // The node's kernel does it, for every program.
  systemtap: [],
  bpf: [],
  none: [],
};

/** A program under a forcing method; mptcpize(8), pkg.go.dev/net for GODEBUG. */
export function forced(method: ForcingMethod, argv: Argv): Argv {
  const [first, ...rest] = prefixes[method];
  return first === undefined ? argv : [first, ...rest, ...argv];
}
