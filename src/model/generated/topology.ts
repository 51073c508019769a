// Generated from src/model/lab.schema.json by `npm run generate:model`. Do not edit.

import type { ImageName, Impairment, NodeInput } from './node.js';

export type * from './node.js';

export type AddressFamily = 'ipv4' | 'ipv6';
export type FilePath = string;
/**
 * In lower-case hex.
 */
export type Sha256 = string;
export type WebAddress = string;
/**
 * mptcpize: LD_PRELOAD by mptcpize(8), dynamically linked programs only. native: an option or the code of the program itself. go: GODEBUG=multipathtcp=1, programs of Go 1.21 or newer. systemtap, bpf: the node's kernel turns every program's TCP sockets, static ones too; VMs only. none: plain TCP.
 */
export type ForcingMethod = 'mptcpize' | 'native' | 'go' | 'systemtap' | 'bpf' | 'none';
/**
 * A hostname label (RFC 1123) in lower case.
 */
export type NodeName = string;
/**
 * A program and its arguments.
 *
 * @minItems 1
 */
export type Command = string[];

/**
 * A multipath lab: nodes with interfaces on segments. What is left out is decided by the planner, an empty list means none, a list means exactly that.
 */
export interface TopologyInput {
  /**
   * Where this schema is, for editors. Ignored.
   */
  $schema?: string;
  /**
   * The lab's name. It names the lab's directory and whatever the lab creates.
   */
  name: string;
  /**
   * Address families the planner gives to every segment without subnets of its own. Default: ["ipv4"].
   *
   * @minItems 1
   */
  addressFamilies?: AddressFamily[];
  /**
   * Image of every node that names none: one of `images`, or a profile of subflow's (`subflow image list`). Namespaces need none.
   */
  image?: ImageName;
  /**
   * Images of the user's own by name, each made from one of subflow's profiles or from another of these.
   */
  images?: {
    [k: string]: ImageInput;
  };
  /**
   * Of every experiment that says nothing else.
   */
  forcing?: ForcingInput;
  /**
   * The lab's segments (L2 broadcast domains) by name.
   */
  segments: {
    [k: string]: SegmentInput;
  };
  /**
   * The lab's hosts and routers by name. A node's name is its hostname.
   */
  nodes: {
    [k: string]: NodeInput;
  };
  /**
   * What `verify` runs, in order. Left out: single-subflow and, where there are two ways, multi-subflow, from the host with most interfaces to the last other host.
   */
  experiments?: ExperimentInput[];
  /**
   * How to take rules of the linter, by their ids, e.g. {"link/rate-ratio": {"severity": "off", "reason": "unequal on purpose"}}. See docs/lint.md.
   */
  lint?: {
    [k: string]: LintSettingInput;
  };
}
/**
 * An image of the user's own: a profile, and what is different. All of it is part of the image's identity, so that a change makes another image.
 */
export interface ImageInput {
  /**
   * The profile or image it is made from. Default: the default profile.
   */
  extends?: ImageName;
  box?: BoxInput;
  /**
   * Packages to install besides, as apt-get(8) takes them: NAME, NAME=VERSION or NAME/SUITE.
   */
  packages?: string[];
  /**
   * Debian packages from files, such as a kernel of one's own. The guest reboots into it.
   */
  debs?: FileInput[];
  /**
   * Shell scripts (their text), run as root once everything is installed and before the image is sealed.
   */
  scripts?: string[];
  /**
   * Archive to install from instead of the distribution's, e.g. "http://ftp.example.org/debian".
   */
  mirror?: WebAddress;
  /**
   * HTTP proxy for every download in the guest, while the image is built.
   */
  proxy?: WebAddress;
  /**
   * Size of the virtual disk in GB (2^30 bytes). Default: the profile's or the box's.
   */
  diskGb?: number;
}
/**
 * A Vagrant box, from the registry by its version, or from a file.
 */
export interface BoxInput {
  /**
   * As Vagrant knows it, e.g. "bento/debian-12".
   */
  name: string;
  /**
   * Default: the newest.
   */
  version?: string;
  /**
   * The box's file, relative to the lab's directory.
   */
  file?: FilePath;
  /**
   * SHA-256 of the box's file, without which none is taken. A registry's box has the registry's.
   */
  sha256?: Sha256;
}
/**
 * A file, from the lab's directory or from the network, and what it must be.
 */
export interface FileInput {
  /**
   * A path relative to the lab's directory, or an http(s) URL that the guest downloads.
   */
  from: FilePath;
  sha256: Sha256;
}
/**
 * How each program is made to open MPTCP sockets. Default: mptcpize on both.
 */
export interface ForcingInput {
  client?: ForcingMethod;
  server?: ForcingMethod;
}
/**
 * One L2 broadcast domain.
 */
export interface SegmentInput {
  /**
   * Subnets in CIDR notation, e.g. ["192.168.10.0/24"]. Left out: those that addresses listed on its interfaces lie in, and one of the planner's for each address family still without.
   */
  subnets?: string[];
  /**
   * MTU in bytes of every interface on the segment (Ethernet default: 1500).
   */
  mtu?: number;
  /**
   * Applied on egress of every interface on the segment.
   */
  impairment?: Impairment;
}
/**
 * Steps to run on the lab and what to expect of them.
 */
export interface ExperimentInput {
  /**
   * Names its evidence. Default: the kind.
   */
  name?: string;
  kind: 'single-subflow' | 'multi-subflow';
  client: NodeName;
  server: NodeName;
  /**
   * Address family of the initial subflow. Default: the first the server has.
   */
  family?: AddressFamily;
  forcing?: ForcingInput;
  programs?: ProgramsInput;
  /**
   * Length of the transfer of multi-subflow in seconds. Default: 5.
   */
  seconds?: number;
}
/**
 * Programs of the user's own in ncat's place, for single-subflow. {address} and {port} in their arguments stand for the server's.
 */
export interface ProgramsInput {
  /**
   * Connects to the server and sends it what it reads from its standard input.
   */
  client?: Command;
  /**
   * Listens, and writes what it receives to its standard output, nothing else.
   */
  server?: Command;
}
/**
 * How to take one rule of the linter.
 */
export interface LintSettingInput {
  /**
   * off: not at all. error: `generate` and `up` refuse the lab.
   */
  severity: 'off' | 'advice' | 'warning' | 'error';
  /**
   * Why, for those who read the topology.
   */
  reason: string;
}
