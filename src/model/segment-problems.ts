import type { Problem } from '../errors.js';
import type { TopologyInput } from './generated/topology.js';
import { impairmentProblems } from './impairment-problems.js';
import { formatPrefix, networkOf, parseBoundAddress } from './ip.js';
import { pointer } from './pointer.js';
import { show } from './show.js';

/** Subnets must be networks, and jitter needs a delay. */
export function segmentProblems({ segments }: TopologyInput): Problem[] {
  return Object.entries(segments).flatMap(([name, { subnets = [], impairment = {} }]) => {
    const where = pointer('segments', name);
    return [
      ...subnets.flatMap((subnet, index) =>
        subnetProblems(`${where}${pointer('subnets', index)}`, subnet),
      ),
      ...impairmentProblems(where, impairment, impairment),
    ];
  });
}

function subnetProblems(where: string, text: string): Problem[] {
  const parsed = parseBoundAddress(text);
  if (parsed === null) {
    const next = 'Write one in CIDR notation, e.g. "192.168.10.0/24".';
    return [{ where, message: `${show(text)} is not a subnet`, next }];
  }
  const network = networkOf(parsed);
  if (network.value === parsed.value) return [];
  const message = `${show(text)} has bits set behind its prefix`;
  return [{ where, message, next: `Write "${formatPrefix(network)}".` }];
}
