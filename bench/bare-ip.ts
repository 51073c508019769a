import type { Plan } from 'subflow';
import type { Command } from './measure.js';

/**
 * The lower bound of `up`: the same namespaces, links, addresses, routes and sysctls through one
 * `ip -batch` for the links and one for each node, by a plain shell script in namespaces of its own.
 */
export function bareIp(plan: Plan): Command {
  const script = [
    'set -e',
    'mount -t tmpfs tmpfs /run; mkdir /run/netns',
    'ip -batch - <<E',
    ...plan.nodes.map(({ name }) => `netns add ${name}`),
    ...plan.segments.map((_, index) => `link add br${index} type bridge`),
    ...plan.segments.map((_, index) => `link set br${index} up`),
    ...plan.segments.flatMap(({ members }, segment) =>
      members.flatMap(({ node, device }, index) => [
        `link add name v${segment}-${index} master br${segment} type veth peer name ${device} netns ${node}`,
        `link set v${segment}-${index} up`,
      ]),
    ),
    'E',
    ...plan.nodes.flatMap((node) => [
      `ip -n ${node.name} -batch - <<E`,
      'link set lo up',
      ...node.interfaces.flatMap(({ device, mac, addresses }) => [
        `link set ${device} address ${mac} up`,
        ...addresses.map(
          ({ address, prefixLength }) => `address add ${address}/${prefixLength} dev ${device}`,
        ),
      ]),
      'E',
      `ip netns exec ${node.name} sh -c '${node.sysctls
        .map(
          ({ key, value }) =>
            `echo ${value} > /proc/sys/${key.replaceAll('.', '/')} 2>/dev/null || true`,
        )
        .join('; ')}'`,
    ]),
  ].join('\n');
  return {
    name: 'bare ip -batch',
    argv: ['unshare', '--user', '--map-root-user', '--net', '--mount', '--pid', '--fork', 'sh'],
    input: script,
  };
}
