import type { PlannedNode } from '../model/plan.js';
import { batchLine } from './batch-line.js';

/** Lines that give a node's devices their addresses and bring them up, see ip-address(8). */
export function linkBatch(node: PlannedNode): string[] {
  return [
    batchLine('link', 'set', 'lo', 'up'),
    ...node.interfaces.flatMap(({ device, metric, addresses }) => [
      ...addresses.map(({ family, address, prefixLength }) =>
        batchLine(
          ...['address', 'add', `${address}/${prefixLength}`, 'dev', device, 'metric', metric],
          // Without it an IPv6 address is of no use for the second of duplicate address detection.
          ...(family === 'ipv6' ? ['nodad'] : []),
        ),
      ),
      batchLine('link', 'set', device, 'up'),
    ]),
  ];
}
