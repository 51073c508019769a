import type { LintSetting } from './finding.js';
import type { AddressFamily, EndpointFlag, ForcingMethod } from './generated/topology.js';
import type { PlannedImage } from './planned-image.js';
import type { ProviderName } from './provider.js';

/**
 * The resolved lab for one provider: nothing is left to decide. Pure data, written as `lab.json`,
 * and all that drivers and renderers know of a lab. Every list is in the order it is applied in.
 */
export interface Plan {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly provider: ProviderName;
  /** The images nodes are cloned from; none where the provider needs none. */
  readonly images: readonly PlannedImage[];
  readonly segments: readonly PlannedSegment[];
  readonly nodes: readonly PlannedNode[];
  readonly experiments: readonly PlannedExperiment[];
  /** How the user wants the linter's rules to be taken, by id; rules without one are taken as they are. */
  readonly lint: Readonly<Record<string, LintSetting>>;
}

export interface PlannedSegment {
  readonly name: string;
  /** CIDR notation, network address. */
  readonly subnets: readonly string[];
  readonly mtu: number;
  /** Who is plugged in, in the order of declaration. */
  readonly members: readonly { readonly node: string; readonly device: string }[];
}

/** What a node is and what it must become; a VM's units and a namespace's script are renderings of it. */
export interface PlannedNode {
  readonly name: string;
  readonly role: 'host' | 'router';
  /** Names one of the plan's images, or null. */
  readonly image: string | null;
  readonly existingVm: string | null;
  /** How to log in to the existing VM; null where it is configured by hand. */
  readonly ssh: PlannedSsh | null;
  readonly interfaces: readonly PlannedInterface[];
  readonly sysctls: readonly Sysctl[];
  /** Routes of the main table besides the connected ones. */
  readonly routes: readonly Route[];
  /** Policy routing: source rules and the tables they point to. */
  readonly policies: readonly Policy[];
  readonly mptcp: PlannedMptcp;
}

export interface PlannedSsh {
  readonly user: string;
  /** Absolute, below the home directory (`~/`), or relative to the lab's directory. */
  readonly identityFile: string;
}

export interface PlannedInterface {
  /** As VirtualBox's PCI slots make the kernel name it: enp0s3, enp0s8, ... */
  readonly device: string;
  readonly segment: string;
  /** Lower case, colons, in VirtualBox's 08:00:27 range. */
  readonly mac: string;
  readonly mtu: number;
  readonly addresses: readonly InterfaceAddress[];
  readonly metric: number;
  /** What its egress does to packets, or null. */
  readonly shaper: Shaper | null;
}

export interface InterfaceAddress {
  readonly family: AddressFamily;
  /** Without prefix length. */
  readonly address: string;
  readonly prefixLength: number;
  /** Default gateway by this interface, or null. */
  readonly gateway: string | null;
}

/** tc-tbf(8) and tc-netem(8), resolved. */
export interface Shaper {
  readonly rate: {
    readonly rateMbit: number;
    readonly burstBytes: number;
    readonly queueMs: number;
  } | null;
  readonly netem: {
    readonly delayMs: number;
    readonly jitterMs: number;
    readonly lossPercent: number;
  } | null;
}

export interface Sysctl {
  /** Dotted, e.g. net.ipv4.ip_forward. */
  readonly key: string;
  readonly value: string;
  /** True where the lab is a lab all the same if a kernel lacks it, with what it is for, or refuses it, which is recorded. */
  readonly optional: boolean;
}

export interface Route {
  readonly family: AddressFamily;
  /** `default` or a prefix in CIDR notation. */
  readonly to: string;
  /** Next hop, or null when on-link. */
  readonly via: string | null;
  readonly device: string | null;
  readonly metric: number | null;
}

export interface Policy {
  readonly family: AddressFamily;
  /** Source address or prefix. */
  readonly from: string;
  readonly table: number;
  /** ip-rule(8) preference. */
  readonly priority: number;
  readonly routes: readonly Route[];
}

export interface PlannedMptcp {
  readonly enabled: boolean;
  readonly limits: { readonly subflows: number; readonly addAddrAccepted: number };
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  readonly address: string;
  readonly flags: readonly EndpointFlag[];
  readonly device: string | null;
  readonly port: number | null;
  readonly id: number | null;
}

export type ExperimentKind = 'single-subflow' | 'multi-subflow';

/** An experiment with its programs' addresses and what the topology lets one expect of it. */
export interface PlannedExperiment {
  readonly name: string;
  readonly kind: ExperimentKind;
  readonly client: string;
  readonly server: string;
  readonly family: AddressFamily;
  /** The server's address the client connects to. */
  readonly serverAddress: string;
  readonly forcing: { readonly client: ForcingMethod; readonly server: ForcingMethod };
  /** The user's own argument vectors, or null for subflow's choice of program. */
  readonly programs: {
    readonly client: readonly string[] | null;
    readonly server: readonly string[] | null;
  };
  /** Length of the transfer; single-subflow sends a fixed amount and ignores it. */
  readonly seconds: number;
  /** Every way from the client to the server, the initial subflow's first. */
  readonly paths: readonly ExperimentPath[];
  /** Addresses the server announces in this family, each of them joined by multi-subflow. */
  readonly announced: readonly string[];
}

/** One path of an experiment, named by the client's device. */
export interface ExperimentPath {
  readonly device: string;
  /** The client's address on it. */
  readonly address: string;
  /** The server's address it leads to; null where no segment or router does, which the verdict tells. */
  readonly serverAddress: string | null;
  /** What should cross it in multi-subflow: `payload`, or nothing while the others work (`backup`). */
  readonly expects: 'payload' | 'backup';
  /** What shapes the client's upload, from the client on; paths may share some. */
  readonly shapedBy: readonly ShapedEgress[];
  /** The smallest of those rates, or null where nothing shapes. */
  readonly rateMbit: number | null;
}

/** An interface on a path that shapes what leaves by it. */
export interface ShapedEgress {
  readonly node: string;
  readonly device: string;
  readonly rateMbit: number;
}
