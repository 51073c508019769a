import type { Problem } from '../errors.js';
import type { TopologyInput } from '../model/generated/topology.js';
import { pointer } from '../model/pointer.js';
import type { Limits } from '../model/provider.js';

/** What goes beyond the provider. */
export function checkLimits({ nodes }: TopologyInput, limits: Limits): Problem[] {
  const { provider, interfacesPerNode: most } = limits;
  return Object.entries(nodes)
    .filter(([, { interfaces }]) => interfaces.length > most)
    .map(([name, { interfaces }]) => ({
      where: pointer('nodes', name, 'interfaces'),
      message: `"${name}" has ${interfaces.length} interfaces; ${provider} gives a node ${most}`,
      next: 'Take interfaces away, or choose another provider.',
    }));
}
