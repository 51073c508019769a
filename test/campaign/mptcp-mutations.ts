import type { EndpointFlag } from '../../src/model/generated/topology.js';
import {
  atOneOf,
  clientOf,
  deviceOf,
  endpointsOf,
  endsOf,
  typo,
  without,
  type Mutation,
} from './mutation.js';

const endpointDropped = atOneOf(endpointsOf, ({ name, endpoint, endpoints }) => {
  without(endpoints, endpoint);
  return `${name} has no endpoint ${endpoint.address}`;
});

const flagDropped = atOneOf(endpointsOf, ({ name, endpoint }, { dice }) => {
  const flag = dice.pick(endpoint.flags ?? []);
  endpoint.flags = (endpoint.flags ?? []).filter((it) => it !== flag);
  return `the endpoint ${endpoint.address} of ${name} has no flag ${flag}`;
});

const flagAdded = atOneOf(endpointsOf, ({ name, endpoint }, { dice }) => {
  const flag = dice.pick<EndpointFlag>(['subflow', 'signal', 'fullmesh', 'backup']);
  if (endpoint.flags?.includes(flag)) return null;
  endpoint.flags = [...(endpoint.flags ?? []), flag];
  return `the endpoint ${endpoint.address} of ${name} has the flag ${flag} too`;
});

const flagExchanged = atOneOf(endpointsOf, ({ name, endpoint }) => {
  const isSignal = endpoint.flags?.includes('signal');
  endpoint.flags = [isSignal ? 'subflow' : 'signal'];
  return `the endpoint ${endpoint.address} of ${name} has the flag ${endpoint.flags[0]!}`;
});

const endpointMistyped = atOneOf(endpointsOf, ({ name, endpoint }, { dice }) => {
  const was = endpoint.address;
  endpoint.address = typo(was, dice);
  return endpoint.address === was ? null : `the endpoint ${was} of ${name} is ${endpoint.address}`;
});

const endpointOnOtherDevice = atOneOf(endpointsOf, ({ name, node, endpoint }, patient) => {
  const index = patient.dice.int(0, node.interfaces.length);
  const dev = deviceOf(patient, name, index) || 'eth9';
  if (dev === endpoint.dev) return null;
  endpoint.dev = dev;
  return `the endpoint ${endpoint.address} of ${name} is bound to ${dev}`;
});

const endpointWithPort = atOneOf(endpointsOf, ({ name, endpoint }) => {
  endpoint.port = 7000;
  return `the endpoint ${endpoint.address} of ${name} has port 7000`;
});

const endpointTwice = atOneOf(endpointsOf, ({ name, endpoint, endpoints }) => {
  endpoints.push(structuredClone(endpoint));
  return `${name} lists the endpoint ${endpoint.address} twice`;
});

const subflowLimitLowered = atOneOf(endsOf, ({ name, node }, { dice }) => {
  const limits = node.mptcp?.limits;
  if (!limits?.subflows) return null;
  limits.subflows = dice.int(0, limits.subflows - 1);
  return `${name} allows ${limits.subflows} additional subflows`;
});

const announcementLimitLowered = atOneOf(endsOf, ({ name, node }) => {
  const limits = node.mptcp?.limits;
  if (!limits?.addAddrAccepted) return null;
  limits.addAddrAccepted -= 1;
  return `${name} accepts ${limits.addAddrAccepted} announcements`;
});

const mptcpOff = atOneOf(endsOf, ({ name, node }, { dice }) => {
  if (dice.chance(0.5)) node.mptcp = { ...node.mptcp, enabled: false };
  else node.sysctls = { ...node.sysctls, 'net.mptcp.enabled': 0 };
  return `MPTCP is off on ${name}`;
});

const plainProgram: Mutation = ({ topology, dice }) => {
  const end = dice.pick(['client', 'server'] as const);
  for (const experiment of topology.experiments ?? []) experiment.forcing = { [end]: 'none' };
  return `the ${end}'s program is left plain TCP`;
};

const wrongForcing: Mutation = ({ topology, dice }) => {
  const end = dice.pick(['client', 'server'] as const);
  const method = dice.pick(['native', 'go'] as const);
  for (const experiment of topology.experiments ?? []) experiment.forcing = { [end]: method };
  return `the ${end}'s program, iperf, is to use MPTCP by ${method}`;
};

const sysctls: readonly (readonly [string, string | number])[] = [
  ['net.mptcp.allow_join_initial_addr_port', 0],
  ['net.mptcp.pm_type', 1],
  ['net.mptcp.path_manager', 'userspace'],
  ['net.mptcp.checksum_enabled', 1],
  ['net.mptcp.stale_loss_cnt', 1],
  ['net.mptcp.add_addr_timeout', 0],
  ['net.mptcp.close_timeout', 1],
  ['net.mptcp.syn_retrans_before_tcp_fallback', 0],
  ['net.ipv4.tcp_wmem', '4096 16384 65536'],
  ['net.ipv4.tcp_rmem', '4096 16384 65536'],
  ['net.ipv4.tcp_syn_retries', 1],
  ['net.ipv4.tcp_congestion_control', 'reno'],
  ['net.ipv4.ip_local_port_range', '40000 40010'],
  ['net.ipv4.conf.all.arp_ignore', 8],
  ['net.ipv4.conf.all.arp_announce', 2],
  ['net.ipv4.conf.all.arp_filter', 1],
  ['net.ipv6.conf.all.disable_ipv6', 1],
  ['net.ipv4.ip_nonlocal_bind', 1],
  ['net.ipv4.tcp_timestamps', 0],
  ['net.ipv4.tcp_sack', 0],
  ['net.ipv4.tcp_ecn', 1],
];

const sysctlChanged = atOneOf(endsOf, ({ name, node }, { dice }) => {
  const [key, value] = dice.pick(sysctls);
  node.sysctls = { ...node.sysctls, [key]: value };
  return `${key} is ${value} on ${name}`;
});

const clientListsNone: Mutation = (patient) => {
  const { mptcp } = clientOf(patient);
  if (mptcp?.endpoints?.length === 0) return null;
  clientOf(patient).mptcp = { ...mptcp, endpoints: [] };
  return 'client has no endpoints';
};

export const mptcpMutations: Readonly<Record<string, Mutation>> = {
  endpointDropped,
  flagDropped,
  flagAdded,
  flagExchanged,
  endpointMistyped,
  endpointOnOtherDevice,
  endpointWithPort,
  endpointTwice,
  clientListsNone,
  subflowLimitLowered,
  announcementLimitLowered,
  mptcpOff,
  plainProgram,
  wrongForcing,
  sysctlChanged,
};
