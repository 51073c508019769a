import type { PlannedNode } from '../model/plan.js';
import { batchLine } from './batch-line.js';

/** Lines that set a node's path manager limits and add its endpoints, see ip-mptcp(8). */
export function mptcpBatch({ mptcp: { limits, endpoints } }: PlannedNode): string[] {
  const { subflows, addAddrAccepted } = limits;
  return [
    batchLine(
      ...['mptcp', 'limits', 'set'],
      ...['subflows', subflows, 'add_addr_accepted', addAddrAccepted],
    ),
    ...endpoints.map(({ address, flags, device, port, id }) =>
      batchLine(
        ...['mptcp', 'endpoint', 'add', address],
        ...(device === null ? [] : ['dev', device]),
        ...(id === null ? [] : ['id', id]),
        ...flags,
        ...(port === null ? [] : ['port', port]),
      ),
    ),
  ];
}
