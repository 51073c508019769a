import type { ByteReader } from './byte-reader.js';
import { decodeIp } from './ip-packet.js';
import { networkLayer } from './link-layer.js';
import { decodeMptcpOption, type MptcpOption } from './mptcp-option.js';
import type { Frame } from './pcap.js';

/** A TCP segment (RFC 9293) with its MPTCP options. */
export interface TcpSegment {
  readonly timestampNs: bigint;
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  /** Payload bytes on the wire, whatever the capture cut. */
  readonly payloadLength: number;
  readonly mptcp: readonly MptcpOption[];
  /** The snap length cut the options: an option that is not here may have been sent. */
  readonly optionsCut: boolean;
}

const tcpProtocol = 6;
const optionKind = { end: 0, noOperation: 1, mptcp: 30 } as const;

/** The TCP segment of a frame, or null where it holds none. */
export function decodeTcp(frame: Frame): TcpSegment | null {
  const network = networkLayer(frame);
  const packet = network && decodeIp(network.bytes, frame.originalLength - network.offset);
  if (packet?.protocol !== tcpProtocol || !packet.transport.has(0, 20)) return null;
  const { source, destination, transport, transportLength } = packet;
  const headerLength = (transport.u8(12) >> 4) * 4;
  if (headerLength < 20 || headerLength > transportLength) return null;
  const flags = transport.u8(13);
  return {
    timestampNs: frame.timestampNs,
    source,
    destination,
    sourcePort: transport.u16(0),
    destinationPort: transport.u16(2),
    sequence: transport.u32(4),
    acknowledgement: transport.u32(8),
    fin: (flags & 0x01) !== 0,
    syn: (flags & 0x02) !== 0,
    rst: (flags & 0x04) !== 0,
    ack: (flags & 0x10) !== 0,
    payloadLength: transportLength - headerLength,
    mptcp: mptcpOptions(transport.slice(20, headerLength)),
    optionsCut: transport.length < headerLength,
  };
}

/** Walks the option list; a malformed or cut option ends the walk. */
function mptcpOptions(options: ByteReader): MptcpOption[] {
  const found: MptcpOption[] = [];
  for (let offset = 0; offset < options.length;) {
    const kind = options.u8(offset);
    if (kind === optionKind.end) break;
    if (kind === optionKind.noOperation) {
      offset += 1;
      continue;
    }
    const length = options.has(offset, 2) ? options.u8(offset + 1) : 0;
    if (length < 2 || !options.has(offset, length)) break;
    if (kind === optionKind.mptcp) {
      found.push(decodeMptcpOption(options.slice(offset, offset + length)));
    }
    offset += length;
  }
  return found;
}
