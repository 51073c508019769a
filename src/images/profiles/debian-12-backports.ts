import type { ImageProfile } from '../profile.js';
import { debian12 } from './debian-12.js';

/** Debian 12 with the backported kernel: eBPF can force MPTCP. */
export const debian12Backports: ImageProfile = {
  ...debian12,
  name: 'debian-12-backports',
  title: 'Debian 12 (bookworm) with the kernel of bookworm-backports',
  kernel: {
    version: '6.12',
    packages: ['linux-image-amd64/bookworm-backports'],
    image: 'linux-image-amd64/bookworm-backports',
    headers: ['linux-headers-amd64/bookworm-backports'],
    debugSymbols: [],
  },
  aptSources: ['deb @archive@ bookworm-backports main'],
  // Debian 12's own bpftool has no autoattach.
  packages: [...debian12.packages, 'bpftool/bookworm-backports'],
  forcing: ['mptcpize', 'bpf', 'native', 'go', 'none'],
  cannot: [
    "Debian 12's SystemTap 4.8 does not know this kernel.",
    'Its iperf3 and curl have no MPTCP option of their own.',
  ],
  proved: true,
};
