import { commonPackages } from '../packages.js';
import type { ImageProfile } from '../profile.js';

export const debian13: ImageProfile = {
  name: 'debian-13',
  title: 'Debian 13 (trixie)',
  boxes: {
    // Debian itself publishes no boxes since 2025.
    virtualbox: {
      name: 'bento/debian-13',
      version: '202510.26.0',
      sha256: null,
      alternatives: ['cloud-image/debian-13'],
    },
    libvirt: { name: 'cloud-image/debian-13', version: null, sha256: null, alternatives: [] },
  },
  kernel: {
    version: '6.12',
    packages: [],
    image: 'linux-image-amd64',
    headers: ['linux-headers-amd64'],
    debugSymbols: [],
  },
  aptSources: [],
  replacesSources: false,
  packages: [...commonPackages, 'systemd-resolved', 'mptcpize', 'curl'],
  tcpdump: null,
  tools: { tcpdump: '4.99.5', iperf: '2.2.1', iperf3: '3.18', ncat: '7.95', curl: '8.14.1' },
  forcing: ['mptcpize', 'bpf', 'native', 'go', 'none'],
  diskGb: null,
  cannot: [
    'Its SystemTap 5.1 loads no module on its kernel ("Can\'t resolve uprobe_unregister"): take bpf.',
    'Its iperf3 has no MPTCP option of its own (3.19 has); its curl has.',
  ],
  proved: true,
};
