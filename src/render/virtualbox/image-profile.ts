import { LabError } from '../../errors.js';

/** All that decides what a golden image is. */
export interface ImageProfile {
  /** What topologies call it. */
  readonly name: string;
  /** Vagrant's box and its version, see developer.hashicorp.com/vagrant/docs/boxes. */
  readonly box: string;
  readonly version: string;
  /** SHA-256 of the box's file in hex; null leaves it to the registry's own. */
  readonly sha256: string | null;
  /** Debian packages the lab needs of it: cloud-init's side, and the experiments' programs and captures. */
  readonly packages: readonly string[];
}

/** Kernel 6.1: MPTCP v1 over several subflows at once, with e1000, AHCI, tbf and netem. */
const debian12: ImageProfile = {
  name: 'debian-12',
  box: 'debian/bookworm64',
  version: '12.20250126.1',
  sha256: null,
  packages: [
    'cloud-init',
    'netplan.io',
    'systemd-resolved',
    'iproute2',
    'iputils-ping',
    'ethtool',
    'nftables',
    'tcpdump',
    'wireshark-common',
    'iperf',
    'iperf3',
    'ncat',
    'mptcpize',
  ],
};

const profiles: readonly ImageProfile[] = [debian12];

/**
 * The profile a node's image names; null names the default, Debian 12.
 *
 * @throws LabError `unknown-name`
 */
export function imageProfile(name: string | null): ImageProfile {
  const found = name === null ? debian12 : profiles.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  throw new LabError('unknown-name', [
    {
      where: 'image',
      message: `virtualbox has no image ${JSON.stringify(name)}`,
      next: `Take one of: ${profiles.map((profile) => profile.name).join(', ')}.`,
    },
  ]);
}
