import { parseAddress } from '../../../model/ip.js';
import type { InterfaceAddress } from '../../../model/plan.js';
import { portsOf } from '../../context.js';
import type { Rule } from '../../rule.js';

export const notAHost: Rule = {
  id: 'address/not-a-host',
  severity: 'error',
  summary: "a subnet's own or broadcast address given to an interface",
  check: ({ plan }) =>
    plan.nodes.flatMap(portsOf).flatMap(({ node, nic, index }) =>
      nic.addresses.flatMap((it) => {
        const what = reservedAs(it);
        if (what === null) return [];
        return {
          at: ['nodes', node.name, 'interfaces', index, 'addresses'],
          message: `${it.address}/${it.prefixLength} of ${node.name} is ${what} of its subnet`,
          consequence:
            'The kernel takes it, and the others on the segment take it for a broadcast address: routers drop what is sent there, connections time out.',
          mend: 'Take an address between the two ends of the subnet.',
        };
      }),
    ),
};

/** Every IPv4 subnet but those of two or one reserves its ends (RFC 3021, RFC 1122 section 3.2.1.3). */
function reservedAs({ family, address, prefixLength }: InterfaceAddress): string | null {
  const hostBits = BigInt(32 - prefixLength);
  if (family !== 'ipv4' || hostBits < 2n) return null;
  const host = (parseAddress(address)?.value ?? 1n) & ((1n << hostBits) - 1n);
  if (host === 0n) return 'the network address';
  return host === (1n << hostBits) - 1n ? 'the broadcast address' : null;
}
