import { formatAddress, networkOf, parseAddress, type BoundAddress } from '../model/ip.js';
import type { PlannedInterface } from '../model/plan.js';
import { certain } from './certain.js';
import type { Nic } from './draft.js';
import { addressWithin, type Networks } from './network.js';

/** An interface as the plan has it: each address with its gateway. */
export function planInterface(nic: Nic, networks: Networks): PlannedInterface {
  const { device, segment, mac, mtu, metric, shaper } = nic;
  const addresses = nic.addresses.map((bound) => ({
    family: bound.family,
    address: formatAddress(bound),
    prefixLength: bound.length,
    gateway: gatewayOf(nic, bound, networks),
  }));
  return { device, segment, mac, mtu, addresses, metric, shaper };
}

/** The gateway given, right or wrong; else a router of the segment, for hosts. */
function gatewayOf(nic: Nic, bound: BoundAddress, networks: Networks): string | null {
  if (nic.input.gateways !== undefined) return givenGateway(nic.input.gateways, bound);
  if (nic.role === 'router') return null;
  const network = networks[bound.family];
  const segment = certain(network.segmentVertex.get(nic.segment));
  const router = network.gatewayOf(segment);
  if (router === -1) return null;
  const address = addressWithin(networkOf(bound), network.nicOn(router, segment));
  return address && formatAddress(address);
}

function givenGateway(gateways: readonly string[], { family }: BoundAddress): string | null {
  const given = gateways.map(parseAddress).find((gateway) => gateway?.family === family);
  return given ? formatAddress(given) : null;
}
