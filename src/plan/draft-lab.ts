import type { Problem } from '../errors.js';
import type { TopologyInput } from '../model/generated/topology.js';
import { assignAddresses } from './addresses.js';
import type { Draft, Nic, WiredNic } from './draft.js';
import { planSubnets } from './subnets.js';
import { wireNodes } from './wiring.js';

/** Plugs every node in and gives everybody an address. */
export function draftLab(topology: TopologyInput, problems: Problem[]): Draft {
  const nodes = wireNodes(topology);
  const segments = planSubnets(topology, nodes, problems);
  const addressed = assignAddresses(segments, problems);
  const addressedNic = (nic: WiredNic): Nic => addressed.get(nic) ?? { ...nic, addresses: [] };
  const addressedNics = <T extends { readonly nics: readonly WiredNic[] }>(holder: T) => ({
    ...holder,
    nics: holder.nics.map(addressedNic),
  });
  return {
    nodes: new Map(nodes.map((node) => [node.name, addressedNics(node)])),
    segments: new Map(segments.map((segment) => [segment.name, addressedNics(segment)])),
  };
}
