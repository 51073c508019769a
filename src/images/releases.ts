/** What boxes of a distribution's release come with. */
interface Release {
  /** How names of its boxes end: a code name, or distribution and number. */
  readonly boxes: RegExp;
  readonly kernel: string;
  readonly tools: Readonly<Record<string, string>>;
}

/** Releases that have boxes and no profile: they are older than what MPTCP labs take. */
const releases: readonly Release[] = [
  {
    boxes: /\/(xenial64|ubuntu-?16\.?04)$/,
    kernel: '4.4',
    tools: { tcpdump: '4.9.3', iperf3: '3.0.11' },
  },
  {
    boxes: /\/(bionic64|ubuntu-?18\.?04)$/,
    kernel: '4.15',
    tools: { tcpdump: '4.9.3', iperf3: '3.1.3' },
  },
  {
    boxes: /\/(focal64|ubuntu-?20\.?04)$/,
    kernel: '5.4',
    tools: { tcpdump: '4.9.3', iperf3: '3.7' },
  },
  {
    boxes: /\/(buster64|debian-?10)$/,
    kernel: '4.19',
    tools: { tcpdump: '4.9.3', iperf3: '3.6' },
  },
  {
    boxes: /\/(bullseye64|debian-?11)$/,
    kernel: '5.10',
    tools: { tcpdump: '4.99.0', iperf3: '3.9' },
  },
];

export function releaseOfBox(name: string): Release | undefined {
  return releases.find(({ boxes }) => boxes.test(name));
}
