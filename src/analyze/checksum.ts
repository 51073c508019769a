import { u16, u8 } from './bytes.js';
import type { DataStream } from './data-stream.js';
import type { Dss } from './dss.js';
import type { Packet } from './packet.js';

/**
 * Whether a DSS checksum is right (RFC 8684 section 3.3.1): the ones' complement sum over the 64-bit
 * data sequence number, the rest of the mapping and the data; the packet holds all of the mapping.
 *
 * @param offset of the mapping in the stream, which gives a 4-byte sequence number its upper half
 */
export function isChecksumRight(
  packet: Packet,
  dss: Dss,
  stream: DataStream,
  offset: number,
): boolean {
  const upper = dss.isSequenceWide ? dss.sequenceUpper : stream.upperAt(offset);
  const pseudoHeader = [upper, dss.sequenceLower, dss.subflowSequence, dss.dataLength];
  let sum = dss.checksum ?? 0;
  for (const word of pseudoHeader) sum += (word >>> 16) + (word & 0xffff);
  const { bytes, optionsEnd: start, payloadLength } = packet;
  const even = payloadLength - (payloadLength % 2);
  for (let at = start; at < start + even; at += 2) sum += u16(bytes, at);
  if (payloadLength > even) sum += u8(bytes, start + even) << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return sum === 0xffff;
}
