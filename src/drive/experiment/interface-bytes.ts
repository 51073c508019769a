import type { InterfaceBytes } from '../../model/evidence.js';
import type { NodeHandle } from '../driver.js';
import { commandTimeoutMs } from './deadlines.js';

/** Bytes an interface has sent and received since it was made. */
export interface ByteCount {
  readonly node: string;
  readonly device: string;
  readonly txBytes: number;
  readonly rxBytes: number;
}

interface LinkStatistics {
  readonly ifname: string;
  readonly link_type: string;
  readonly stats64: {
    readonly rx: { readonly bytes: number };
    readonly tx: { readonly bytes: number };
  };
}

/** Reads every interface of a node but its loopback, see ip-link(8). */
export async function readInterfaceBytes(
  node: NodeHandle,
  signal: AbortSignal,
): Promise<ByteCount[]> {
  const argv = ['ip', '-json', '-statistics', 'link'] as const;
  const { stdout } = await node.exec(argv, { signal, timeoutMs: commandTimeoutMs });
  return (JSON.parse(stdout) as LinkStatistics[])
    .filter(({ link_type: type }) => type !== 'loopback')
    .map(({ ifname: device, stats64: { rx, tx } }) => ({
      node: node.name,
      device,
      txBytes: tx.bytes,
      rxBytes: rx.bytes,
    }));
}

/** Joins two readings; an interface that vanished in between is left out. */
export function pairInterfaceBytes(
  before: readonly ByteCount[],
  after: readonly ByteCount[],
): InterfaceBytes[] {
  return before.flatMap(({ node, device, txBytes, rxBytes }) => {
    const later = after.find((it) => it.node === node && it.device === device);
    if (!later) return [];
    return {
      node,
      device,
      txBytesBefore: txBytes,
      txBytesAfter: later.txBytes,
      rxBytesBefore: rxBytes,
      rxBytesAfter: later.rxBytes,
    };
  });
}
