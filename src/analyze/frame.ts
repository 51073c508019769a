/** The packet a capture file is at; one object for all packets. */
export class Frame {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where it starts and ends in `bytes`. */
  start = 0;
  end = 0;
  /** Bytes it had on the wire. */
  wireLength = 0;
  /** Since the epoch. */
  seconds = 0;
  nanoseconds = 0;
  /** Index of the interface within its file. */
  interface = 0;
}

/** What a file says of an interface. */
export interface InterfaceDescription {
  readonly linkType: number;
  readonly snapLength: number | null;
  readonly name: string | null;
  /** Packets the capture lost; null where the file does not say. */
  droppedPackets: number | null;
}

/**
 * `packet`: the frame is filled; `nothing`: a block without a packet was passed; `hungry`: more bytes
 * are needed; otherwise what is wrong: reading ends there.
 */
export type Step = 'packet' | 'nothing' | 'hungry' | { readonly damage: string };

/** Reads one file format from a window, packet by packet. */
export interface FormatReader {
  readonly format: 'pcap' | 'pcapng';
  readonly interfaces: InterfaceDescription[];
  step(frame: Frame): Step;
}
