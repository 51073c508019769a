import { deviceName } from '../model/device-name.js';
import type { TopologyInput } from '../model/generated/topology.js';
import { certain } from './certain.js';
import type { DraftNode, WiredNic } from './draft.js';
import { macAllocator } from './mac.js';
import { planMetrics } from './metrics.js';
import { planShaper } from './shaper.js';

export const defaultMtu = 1500;

/** Gives every interface its device name, MAC, metric and shaper. */
export function wireNodes({ name: lab, nodes, segments }: TopologyInput): DraftNode<WiredNic>[] {
  const allocateMac = macAllocator(lab);
  return Object.entries(nodes).map(([name, input]) => {
    const role = input.role ?? 'host';
    const metrics = planMetrics(input.interfaces);
    const nics = input.interfaces.map((nic, index): WiredNic => {
      const segment = certain(segments[nic.segment]);
      return {
        node: name,
        role,
        segment: nic.segment,
        device: deviceName(index),
        mac: allocateMac(name, index),
        mtu: segment.mtu ?? defaultMtu,
        metric: certain(metrics[index]),
        shaper: planShaper({ ...segment.impairment, ...nic.impairment }),
        input: nic,
      };
    });
    return { name, role, input, nics };
  });
}
