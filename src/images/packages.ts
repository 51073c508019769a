/** What every image needs, by its Debian name; Ubuntu's are the same. */
export const commonPackages = [
  'cloud-init',
  'netplan.io',
  'iproute2',
  'iputils-ping',
  'ethtool',
  'nftables',
  'tcpdump',
  'wireshark-common',
  'iperf',
  'iperf3',
  'ncat',
  'zerofree',
] as const;
