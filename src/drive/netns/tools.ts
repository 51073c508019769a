interface Tool {
  readonly name: string;
  readonly debianPackage: string;
  /** The group that Debian lets run it, where it does not let everybody. */
  readonly debianGroup?: string;
}

/** What the driver and the experiments run. */
export const tools: readonly Tool[] = [
  { name: 'ip', debianPackage: 'iproute2' },
  { name: 'tc', debianPackage: 'iproute2' },
  { name: 'nstat', debianPackage: 'iproute2' },
  { name: 'ss', debianPackage: 'iproute2' },
  { name: 'unshare', debianPackage: 'util-linux' },
  { name: 'nsenter', debianPackage: 'util-linux' },
  { name: 'setpriv', debianPackage: 'util-linux' },
  { name: 'mount', debianPackage: 'mount' },
  { name: 'env', debianPackage: 'coreutils' },
  { name: 'hostname', debianPackage: 'hostname' },
  { name: 'dumpcap', debianPackage: 'wireshark-common', debianGroup: 'wireshark' },
  { name: 'ncat', debianPackage: 'ncat' },
  { name: 'iperf', debianPackage: 'iperf' },
  { name: 'mptcpize', debianPackage: 'mptcpize' },
];
