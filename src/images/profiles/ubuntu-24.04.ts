import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

export const ubuntu2404: ImageProfile = {
  name: 'ubuntu-24.04',
  title: 'Ubuntu 24.04 LTS (noble)',
  boxes: {
    // Canonical publishes no boxes from 24.04 on.
    virtualbox: {
      name: 'bento/ubuntu-24.04',
      version: '202510.26.0',
      sha256: null,
      alternatives: ['cloud-image/ubuntu-24.04'],
    },
    libvirt: { name: 'cloud-image/ubuntu-24.04', version: null, sha256: null, alternatives: [] },
  },
  kernel: {
    version: '6.8',
    packages: [],
    image: 'linux-image-generic',
    headers: ['linux-headers-generic'],
    debugSymbols: [],
  },
  aptSources: [],
  replacesSources: false,
  packages: [...commonPackages, 'systemd-resolved', 'mptcpize'],
  tcpdump: null,
  tools: { tcpdump: '4.99.4', iperf3: '3.16', mptcpize: '0.12' },
  forcing: ['mptcpize', 'bpf', 'native', 'go', 'none'],
  diskGb: null,
  cannot: ['Its iperf3 and curl have no MPTCP option of their own.'],
  proved: false,
};
