import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

/** The only LTS so far whose iperf3 speaks MPTCP by itself. */
export const ubuntu2604: ImageProfile = {
  name: 'ubuntu-26.04',
  title: 'Ubuntu 26.04 LTS (resolute)',
  boxes: {
    virtualbox: {
      name: 'bento/ubuntu-26.04',
      version: '202606.01.0',
      sha256: null,
      alternatives: ['cloud-image/ubuntu-26.04'],
    },
    libvirt: { name: 'cloud-image/ubuntu-26.04', version: null, sha256: null, alternatives: [] },
  },
  kernel: {
    version: '7.0',
    packages: [],
    image: 'linux-image-generic',
    headers: ['linux-headers-generic'],
    debugSymbols: [],
  },
  aptSources: [],
  replacesSources: false,
  packages: [...commonPackages, 'systemd-resolved', 'mptcpize', 'curl'],
  tcpdump: null,
  tools: { iperf3: '3.20' },
  forcing: ['mptcpize', 'bpf', 'native', 'go', 'none'],
  diskGb: null,
  cannot: [],
  proved: false,
};
