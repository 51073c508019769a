import type { AddressFamily } from './generated/topology.js';

/** Whether any of a node's interfaces has an IPv6 address. */
export function hasIpv6(
  interfaces: readonly { readonly addresses: readonly { readonly family: AddressFamily }[] }[],
): boolean {
  return interfaces.some(({ addresses }) => addresses.some(({ family }) => family === 'ipv6'));
}
