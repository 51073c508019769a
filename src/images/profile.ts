import type { ForcingMethod } from '../model/generated/topology.js';
import type { SourceTarball } from '../model/planned-image.js';

/** A Vagrant box to begin with, see developer.hashicorp.com/vagrant/docs/boxes. */
export interface ProfileBox {
  readonly name: string;
  /** Null: the newest there is; nobody publishes a fixed one. */
  readonly version: string | null;
  /** SHA-256 of the box's file in hex; null where none is published beside the registry's own. */
  readonly sha256: string | null;
  /** Other boxes of the same system, to be named in `images` where this one cannot be had. */
  readonly alternatives: readonly string[];
}

/** What is known of a guest system, and what a golden image of it is made of. */
export interface ImageProfile {
  /** What topologies call it. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly boxes: Readonly<Record<'virtualbox' | 'libvirt', ProfileBox>>;
  readonly kernel: {
    /** Its version as far as features depend on it, e.g. `6.1`. */
    readonly version: string;
    /** Packages to install besides the box's kernel; the guest reboots into it. */
    readonly packages: readonly string[];
    /** The package that brings the newest of it, which the headers are of. */
    readonly image: string;
    /** Packages of its headers, for SystemTap. */
    readonly headers: readonly string[];
    /** Packages of its debug symbols, where SystemTap needs them. */
    readonly debugSymbols: readonly string[];
  };
  /**
   * Lines of sources.list(5) over the box's own; they replace those where `replacesSources`. `@archive@` is
   * the archive that the box has its packages from.
   */
  readonly aptSources: readonly string[];
  readonly replacesSources: boolean;
  /** The lab's needs: cloud-init's side, and the experiments' programs and captures. */
  readonly packages: readonly string[];
  /** tcpdump from source, where the distribution's does not know MPTCP v1 (before 4.99). */
  readonly tcpdump: SourceTarball | null;
  /** Versions of what experiments lean on, as the distribution has them. */
  readonly tools: Readonly<Record<string, string>>;
  readonly forcing: readonly ForcingMethod[];
  /** Size of the virtual disk in GB (2^30 bytes). Null: the box's. */
  readonly diskGb: number | null;
  /** What it cannot do, a sentence each. */
  readonly cannot: readonly string[];
  /** Whether a guest of it was booted and passed the experiments. */
  readonly proved: boolean;
}
