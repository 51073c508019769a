// Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit.

export type ImageName = string;
export type SegmentName = string;
export type EndpointFlag = 'subflow' | 'signal' | 'backup' | 'fullmesh';
/**
 * A network device as the kernel names it, at most 15 characters.
 */
export type DeviceName = string;
export type SysctlValue = string | number;
/**
 * What a link does to packets leaving an interface: tc-tbf(8) for the rate, tc-netem(8) for delay, jitter and loss.
 */
export interface Impairment {
  /**
   * Rate in Mbit/s, counted as tbf does: with the 14-byte Ethernet header.
   */
  rateMbit?: number;
  /**
   * Token bucket size in bytes. Below MTU + 14 no full frame passes. Default: 16384, or 4 ms of the rate if that is more.
   */
  burstBytes?: number;
  /**
   * Longest time in ms a packet waits in the rate limiter's queue (tbf latency). Default: 50.
   */
  queueMs?: number;
  /**
   * One-way delay in ms.
   */
  delayMs?: number;
  /**
   * Delay variation in ms; needs delayMs.
   */
  jitterMs?: number;
  /**
   * Random loss in percent of packets.
   */
  lossPercent?: number;
}
export interface NodeInput {
  /**
   * A router forwards between its interfaces and has MPTCP off. Default: host.
   */
  role?: 'host' | 'router';
  /**
   * The image the node is cloned from. Default: the lab's.
   */
  image?: ImageName;
  /**
   * Name of an existing VirtualBox VM to clone this router from. Other providers build the router themselves.
   */
  existingVm?: string;
  ssh?: SshInput;
  /**
   * @minItems 1
   */
  interfaces: InterfaceInput[];
  mptcp?: MptcpInput;
  /**
   * Routes of the main table besides the connected ones. Left out: shortest paths to every segment. Empty: none.
   */
  routes?: RouteInput[];
  /**
   * Left out: a table for each source address of a host with several interfaces. Empty: off.
   */
  policyRouting?: PolicyInput[];
  /**
   * Kernel parameters under net., over the planner's, e.g. {"net.ipv4.conf.all.rp_filter": 1}.
   */
  sysctls?: {
    [k: string]: SysctlValue;
  };
}
/**
 * How to log in to a router that is an existing VM, so that `up` configures it. It gets a NAT adapter behind the lab's (the fourth, where the lab has up to three), which its system must configure by DHCP. Its interfaces are checked by `ip -json` (iproute2), and commands run on it by `setsid --wait` (util-linux).
 */
export interface SshInput {
  /**
   * Root, or a user who may sudo without a password.
   */
  user: string;
  /**
   * The user's private key: a path of the host's, below the home directory if it begins with ~/, else relative to the lab's directory.
   */
  identityFile: string;
}
/**
 * A NIC. The order of a node's interfaces is the order of its adapters: enp0s3, enp0s8, enp0s9, enp0s10, enp0s16 and up.
 */
export interface InterfaceInput {
  /**
   * The segment it is plugged into.
   */
  segment: SegmentName;
  /**
   * Addresses with prefix length, e.g. ["192.168.10.20/24"]. Left out: the planner gives one for each of the segment's subnets.
   */
  addresses?: string[];
  /**
   * Default gateways, at most one for each address family, e.g. ["192.168.10.1"]. Left out: the planner takes a router on the segment. Empty: no default route by this interface.
   *
   * @maxItems 2
   */
  gateways?: string[];
  /**
   * Metric of the interface's routes in the main table; the lowest carries the initial subflow. Default: 100 for the first interface, 200 for the second, ...
   */
  metric?: number;
  /**
   * Applied on egress of this interface, over the segment's, key by key.
   */
  impairment?: Impairment;
}
export interface MptcpInput {
  /**
   * net.mptcp.enabled. Default: true on hosts, false on routers.
   */
  enabled?: boolean;
  /**
   * Left out: computed from topology and role. Empty: none. An interface that leads nowhere near the server is expected in multi-subflow as well, unless a client lists its endpoints without it (the interface of the lowest metric always is).
   *
   * @maxItems 16
   */
  endpoints?: EndpointInput[];
  limits?: LimitsInput;
}
/**
 * An MPTCP path manager endpoint, see ip-mptcp(8). Not checked against the node, so that broken labs can be built.
 */
export interface EndpointInput {
  /**
   * The endpoint's address, without prefix length.
   */
  address: string;
  /**
   * Endpoint flags. Left out or empty: none, which the kernel accepts and never uses.
   */
  flags?: EndpointFlag[];
  /**
   * Device its subflows are bound to. Left out: none.
   */
  dev?: DeviceName;
  /**
   * Port to announce; needs the signal flag.
   */
  port?: number;
  /**
   * Address id. Left out: the kernel's choice, counted from 1.
   */
  id?: number;
}
/**
 * Path manager limits of a node, see ip-mptcp(8).
 */
export interface LimitsInput {
  /**
   * Additional subflows a connection may have. Left out: what the topology needs.
   */
  subflows?: number;
  /**
   * ADD_ADDR announcements a connection accepts. Left out: what the topology needs.
   */
  addAddrAccepted?: number;
}
/**
 * A route, see ip-route(8).
 */
export interface RouteInput {
  /**
   * "default" or a prefix in CIDR notation.
   */
  to: string;
  /**
   * Next hop. Left out: on-link.
   */
  via?: string;
  /**
   * Left out: the interface whose subnet holds `via`.
   */
  dev?: DeviceName;
  metric?: number;
}
/**
 * A source rule and the routing table it points to, see ip-rule(8).
 */
export interface PolicyInput {
  /**
   * Source address or prefix.
   */
  from: string;
  /**
   * Routing table id.
   */
  table: number;
  routes: RouteInput[];
}
