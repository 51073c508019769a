import type { ForcingMethod } from './generated/topology.js';

/** Forcing methods that turn the sockets of a whole machine; its image is prepared for them. */
export type KernelForcing = Extract<ForcingMethod, 'systemtap' | 'bpf'>;

/** A golden image as it is built: everything that decides what it is, and what is known of it before. */
export interface PlannedImage {
  readonly name: string;
  readonly box: {
    readonly name: string;
    /** Null: the newest. */
    readonly version: string | null;
    /** Path relative to the lab's directory, or null for the registry's. */
    readonly file: string | null;
    /** SHA-256 of the box's file in hex, or null. */
    readonly sha256: string | null;
  };
  /** Lines of sources.list(5). */
  readonly aptSources: readonly string[];
  /** Whether they stand in place of the box's own. */
  readonly replacesSources: boolean;
  readonly mirror: string | null;
  readonly proxy: string | null;
  /** Packages of a kernel to boot instead of the box's. */
  readonly kernelPackages: readonly string[];
  readonly packages: readonly string[];
  readonly debs: readonly VerifiedFile[];
  /** tcpdump to build from source, or null. */
  readonly tcpdump: SourceTarball | null;
  /** Prepared at build, switched on by the nodes whose experiments ask for them. */
  readonly kernelForcing: readonly KernelForcing[];
  /** What SystemTap compiles with. */
  readonly systemtapPackages: readonly string[];
  /** Whether SystemTap is to find its probe by DWARF, with debug symbols, instead of a kprobe. */
  readonly systemtapByDwarf: boolean;
  /** Text of shell scripts. */
  readonly scripts: readonly string[];
  /** In 2^30 bytes, or null for the box's. */
  readonly diskGb: number | null;
  /** As far as features depend on it, e.g. `6.1`; null where what the user's own adds is not known. */
  readonly kernelVersion: string | null;
  /** Versions of programs that are known. */
  readonly tools: Readonly<Record<string, string>>;
}

/** Path relative to the lab's directory or URL, and its SHA-256 in hex. */
export interface VerifiedFile {
  readonly from: string;
  readonly sha256: string;
}

export interface SourceTarball {
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
}

/** The box as it is loaded down and unpacked, and the image's disk made of it; then the debug symbols. */
const [imageMib, debugSymbolsMib] = [4096, 8192];

/** What building it takes of the host's disk: an estimate, rather too much than too little. */
export function roomMib(image: PlannedImage): number {
  return imageMib + (hasDebugSymbols(image) ? debugSymbolsMib : 0);
}

/** SystemTap takes its probe's place from them. */
export function hasDebugSymbols({ kernelForcing, systemtapByDwarf }: PlannedImage): boolean {
  return systemtapByDwarf && kernelForcing.includes('systemtap');
}

export function isKernelForcing(method: ForcingMethod): method is KernelForcing {
  return method === 'systemtap' || method === 'bpf';
}
