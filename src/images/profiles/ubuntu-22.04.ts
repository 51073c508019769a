import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

export const ubuntu2204: ImageProfile = {
  name: 'ubuntu-22.04',
  title: 'Ubuntu 22.04 LTS (jammy)',
  boxes: {
    virtualbox: {
      name: 'bento/ubuntu-22.04',
      version: '202508.03.0',
      sha256: null,
      alternatives: ['ubuntu/jammy64', 'cloud-image/ubuntu-22.04'],
    },
    libvirt: { name: 'cloud-image/ubuntu-22.04', version: null, sha256: null, alternatives: [] },
  },
  kernel: {
    version: '5.15',
    packages: [],
    image: 'linux-image-generic',
    headers: ['linux-headers-generic'],
    debugSymbols: [],
  },
  aptSources: [],
  replacesSources: false,
  packages: [...commonPackages, 'mptcpize'],
  tcpdump: null,
  tools: { tcpdump: '4.99.1', iperf3: '3.9', mptcpize: '0.9' },
  forcing: ['mptcpize', 'systemtap', 'native', 'go', 'none'],
  diskGb: null,
  cannot: [
    'Its kernel has no update_socket_protocol, so no bpf.',
    'Its kernel allows no additional subflow by itself (limit 0 before 5.16); subflow sets the limit.',
    'Its iperf3 and curl have no MPTCP option of their own.',
  ],
  proved: false,
};
