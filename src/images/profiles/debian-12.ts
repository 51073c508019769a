import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

/** Kernel 6.1: MPTCP v1 over several subflows at once, with e1000, AHCI, tbf and netem. */
export const debian12: ImageProfile = {
  name: 'debian-12',
  title: 'Debian 12 (bookworm)',
  boxes: {
    virtualbox: {
      name: 'debian/bookworm64',
      version: '12.20250126.1',
      sha256: null,
      alternatives: ['bento/debian-12', 'cloud-image/debian-12'],
    },
    libvirt: {
      name: 'debian/bookworm64',
      version: '12.20250126.1',
      sha256: null,
      alternatives: ['cloud-image/debian-12'],
    },
  },
  kernel: {
    version: '6.1',
    packages: [],
    image: 'linux-image-amd64',
    headers: ['linux-headers-amd64'],
    debugSymbols: [],
  },
  aptSources: [],
  replacesSources: false,
  packages: [...commonPackages, 'systemd-resolved', 'mptcpize'],
  tcpdump: null,
  tools: { tcpdump: '4.99.3', iperf: '2.1.8', iperf3: '3.12', ncat: '7.93', mptcpize: '0.12' },
  forcing: ['mptcpize', 'systemtap', 'native', 'go', 'none'],
  diskGb: null,
  cannot: [
    'Its kernel has no update_socket_protocol, so no bpf: take debian-12-backports.',
    'Its iperf3 and curl have no MPTCP option of their own.',
  ],
  proved: true,
};
