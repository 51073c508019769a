import type { InterfaceInput } from '../model/generated/topology.js';

/** 100 for the first interface, 200 for the second, ...; where one is given to another, the next free. */
export function planMetrics(interfaces: readonly InterfaceInput[]): readonly number[] {
  const taken = new Set(interfaces.map(({ metric }) => metric));
  return interfaces.map(({ metric }, index) => {
    if (metric !== undefined) return metric;
    let free = 100 * (index + 1);
    while (taken.has(free)) free += 1;
    taken.add(free);
    return free;
  });
}
