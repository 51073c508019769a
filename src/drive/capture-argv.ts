import type { Argv } from './driver.js';

/**
 * Captures a device as classic pcap onto standard output until SIGINT. It is dumpcap because tcpdump,
 * started as root, changes its groups, which a user namespace refuses, even with `-Z root`.
 *
 * @param filter pcap-filter(7) expression
 */
export function captureArgv(device: string, filter: string): Argv {
  // Room for Ethernet, IPv6 and the longest TCP header; below, options would be cut.
  const snapLength = ['-s', '128'];
  return ['dumpcap', '-q', '-P', ...snapLength, '-i', device, '-f', filter, '-w', '-'];
}
