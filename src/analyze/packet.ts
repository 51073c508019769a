import { i32, u16, u8 } from './bytes.js';

/** A const enum, whose numbers the bundler puts in place: an object's V8 looks up for every packet. */
export const enum flag {
  fin = 1,
  syn = 2,
  rst = 4,
  ack = 16,
}
const tcpProtocol = 6;
const fragmentHeader = 44;
/** Hop-by-hop, routing, destination options (RFC 8200), mobility; authentication counts otherwise. */
const extensionHeaders: ReadonlySet<number> = new Set([0, 43, 60, 135]);
const authenticationHeader = 51;

/**
 * The TCP segment (RFC 9293) that is being looked at, decoded in place: one object for all packets.
 * Lengths are those on the wire; what lies beyond `end` was not captured.
 */
export class Packet {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  wireLength = 0;
  /** Since the second the first packet came in. */
  timeNs = 0;
  /** Number of the interface it was seen on. */
  interface = 0;

  version: 4 | 6 = 4;
  /** IPv4 in the first word. */
  readonly source = new Int32Array(4);
  readonly destination = new Int32Array(4);
  isFragment = false;
  /** IP claims no length: a big segment before the network card cut it up. */
  isUnsized = false;
  transport = 0;
  transportLength = 0;

  sourcePort = 0;
  destinationPort = 0;
  /** As signed numbers, as all that wraps. */
  sequence = 0;
  acknowledgement = 0;
  flags = 0;
  optionsEnd = 0;
  payloadLength = 0;

  /** Where the first option starts. */
  get optionsStart(): number {
    return this.transport + 20;
  }

  /** Options, as captured, end here. */
  get optionsCapturedEnd(): number {
    return Math.min(this.optionsEnd, this.end);
  }

  get areOptionsCut(): boolean {
    return this.optionsEnd > this.end;
  }

  /** Whether all of the payload was captured. */
  get isPayloadCaptured(): boolean {
    return this.optionsEnd + this.payloadLength <= this.end;
  }

  has(flags: number): boolean {
    return (this.flags & flags) !== 0;
  }

  /** Decodes from the network layer on; false where there is no TCP header. */
  decode(at: number): boolean {
    this.isFragment = false;
    this.isUnsized = false;
    const version = u8(this.bytes, at) >> 4;
    if (version === 4) return this.#decodeIpv4(at) && this.#decodeTcp();
    return version === 6 && this.#decodeIpv6(at) && this.#decodeTcp();
  }

  #decodeIpv4(at: number): boolean {
    const { bytes } = this;
    if (at + 20 > this.end) return false;
    const headerLength = (u8(bytes, at) & 0x0f) * 4;
    const total = u16(bytes, at + 2);
    this.isUnsized = total === 0;
    const totalLength = total || this.wireLength - (at - this.start);
    const fragment = u16(bytes, at + 6);
    this.isFragment = (fragment & 0x3fff) !== 0;
    if (headerLength < 20 || totalLength < headerLength) return false;
    if (u8(bytes, at + 9) !== tcpProtocol || (fragment & 0x1fff) !== 0) return false;
    this.version = 4;
    this.source[0] = i32(bytes, at + 12);
    this.destination[0] = i32(bytes, at + 16);
    this.transport = at + headerLength;
    this.transportLength = totalLength - headerLength;
    return true;
  }

  #decodeIpv6(at: number): boolean {
    const { bytes } = this;
    if (at + 40 > this.end) return false;
    const length = u16(bytes, at + 4);
    this.isUnsized = length === 0;
    const end = at + 40 + (length || Math.max(0, this.wireLength - (at - this.start) - 40));
    const transport = this.#behindExtensions(at);
    if (transport < 0 || transport > end) return false;
    this.version = 6;
    for (let word = 0; word < 4; word += 1) {
      this.source[word] = i32(bytes, at + 8 + 4 * word);
      this.destination[word] = i32(bytes, at + 24 + 4 * word);
    }
    this.transport = transport;
    this.transportLength = end - transport;
    return true;
  }

  /** Where TCP starts behind IPv6's extension headers, or -1. Each header goes forward, so it ends. */
  #behindExtensions(at: number): number {
    const { bytes } = this;
    let type = u8(bytes, at + 6);
    let header = at + 40;
    while (type !== tcpProtocol) {
      const length = extensionLength(type, u8(bytes, header + 1));
      if (length === 0 || header + 8 > this.end) return -1;
      if (type === fragmentHeader) {
        this.isFragment = true;
        if (u16(bytes, header + 2) >> 3 !== 0) return -1;
      }
      type = u8(bytes, header);
      header += length;
    }
    return header;
  }

  #decodeTcp(): boolean {
    const { bytes, transport } = this;
    if (transport + 20 > this.end) return false;
    const headerLength = (u8(bytes, transport + 12) >> 4) * 4;
    if (headerLength < 20 || headerLength > this.transportLength) return false;
    this.sourcePort = u16(bytes, transport);
    this.destinationPort = u16(bytes, transport + 2);
    this.sequence = i32(bytes, transport + 4);
    this.acknowledgement = i32(bytes, transport + 8);
    this.flags = u8(bytes, transport + 13);
    this.optionsEnd = transport + headerLength;
    this.payloadLength = this.transportLength - headerLength;
    return true;
  }
}

/** Length of an IPv6 extension header in bytes; 0 where it is none. */
function extensionLength(type: number, units: number): number {
  if (type === fragmentHeader) return 8;
  if (type === authenticationHeader) return (units + 2) * 4;
  return extensionHeaders.has(type) ? (units + 1) * 8 : 0;
}
