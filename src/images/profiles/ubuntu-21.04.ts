import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

const archive = 'http://old-releases.ubuntu.com/ubuntu';
const ddebs = 'http://ddebs.ubuntu.com';
const components = 'main restricted universe multiverse';
const kernel = '5.10.0-14-generic';

/**
 * The historical profile: the system of the original experiment (early 2021), from the addresses the
 * archive has today. Kept to be read and compared; it cannot be built as it was.
 */
export const ubuntu2104: ImageProfile = {
  name: 'ubuntu-21.04',
  title: 'Ubuntu 21.04 (hirsute), as in the original experiment; historical',
  boxes: {
    virtualbox: {
      name: 'ubuntu/hirsute64',
      version: null,
      sha256: null,
      alternatives: ['generic/ubuntu2104'],
    },
    libvirt: { name: 'generic/ubuntu2104', version: null, sha256: null, alternatives: [] },
  },
  kernel: {
    version: '5.10',
    packages: [`linux-image-${kernel}`, `linux-modules-extra-${kernel}`],
    image: `linux-image-${kernel}`,
    headers: [`linux-headers-${kernel}`],
    debugSymbols: [`linux-image-${kernel}-dbgsym`],
  },
  aptSources: [
    ...['hirsute', 'hirsute-updates', 'hirsute-security', 'hirsute-proposed'].map(
      (suite) => `deb ${archive} ${suite} ${components}`,
    ),
    ...['hirsute', 'hirsute-updates', 'hirsute-proposed'].map(
      (suite) => `deb ${ddebs} ${suite} ${components}`,
    ),
  ],
  replacesSources: true,
  packages: [...commonPackages, 'ubuntu-dbgsym-keyring'],
  tcpdump: {
    version: '4.99.0',
    url: 'https://www.tcpdump.org/release/tcpdump-4.99.0.tar.gz',
    sha256: '8cf2f17a9528774a7b41060323be8b73f76024f7778f59c34efa65d49d80b842',
  },
  tools: { tcpdump: '4.99.0', iperf3: '3.9' },
  forcing: ['systemtap', 'none'],
  diskGb: 15,
  cannot: [
    `Its kernel ${kernel} was replaced by 5.11 before the release; the archive of old releases is not known to have it.`,
    'ddebs.ubuntu.com drops the debug symbols of releases whose support has ended.',
    'It has no mptcpize, and its iperf3 and curl have no MPTCP option of their own.',
    'It gets no security updates since January 2022.',
  ],
  proved: false,
};
