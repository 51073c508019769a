import type { Argv } from './driver.js';

export interface CaptureOptions {
  /** pcap-filter(7) expression. Default: everything. */
  readonly filter?: string;
  /** Bytes kept of each packet. Default: all. */
  readonly snapBytes?: number;
}

/**
 * Captures a device as classic pcap onto standard output until SIGINT. It is dumpcap because tcpdump,
 * started as root, changes its groups, which a user namespace refuses, even with `-Z root`.
 */
export function captureArgv(device: string, { filter, snapBytes }: CaptureOptions = {}): Argv {
  return [
    ...(['dumpcap', '-q', '-P', '-i', device] as const),
    ...(snapBytes === undefined ? [] : ['-s', String(snapBytes)]),
    ...(filter === undefined ? [] : ['-f', filter]),
    ...['-w', '-'],
  ];
}
