import { formatAddress } from '../model/ip.js';
import type { ByteReader } from './byte-reader.js';

/** An IP packet down to its transport layer. */
export interface IpPacket {
  /** As RFC 5952 writes it. */
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  /** Length of the transport layer on the wire; may exceed what was captured. */
  readonly transportLength: number;
  /** The transport layer as captured. */
  readonly transport: ByteReader;
}

const extensionHeaders = new Set([0, 43, 60]);
const fragmentHeader = 44;

/**
 * Decodes IPv4 (RFC 791) and IPv6 (RFC 8200); null for anything else and for fragments but the first.
 *
 * @param wireLength bytes of the packet on the wire; a big TCP packet before segmentation carries
 *   total length 0, and then this is its length
 */
export function decodeIp(bytes: ByteReader, wireLength: number): IpPacket | null {
  if (!bytes.has(0, 20)) return null;
  const version = bytes.u8(0) >> 4;
  if (version === 4) return decodeIpv4(bytes, wireLength);
  return version === 6 && bytes.has(0, 40) ? decodeIpv6(bytes, wireLength) : null;
}

function decodeIpv4(bytes: ByteReader, wireLength: number): IpPacket | null {
  const headerLength = (bytes.u8(0) & 0x0f) * 4;
  const totalLength = bytes.u16(2) || wireLength;
  const fragmentOffset = bytes.u16(6) & 0x1fff;
  if (headerLength < 20 || totalLength < headerLength || fragmentOffset > 0) return null;
  return {
    source: ipv4Text(bytes, 12),
    destination: ipv4Text(bytes, 16),
    protocol: bytes.u8(9),
    transportLength: totalLength - headerLength,
    transport: bytes.slice(headerLength, totalLength),
  };
}

function decodeIpv6(bytes: ByteReader, wireLength: number): IpPacket | null {
  const end = 40 + (bytes.u16(4) || Math.max(0, wireLength - 40));
  let protocol = bytes.u8(6);
  let offset = 40;
  while (extensionHeaders.has(protocol) || protocol === fragmentHeader) {
    if (!bytes.has(offset, 8)) return null;
    if (protocol === fragmentHeader && bytes.u16(offset + 2) >> 3 > 0) return null;
    const length = protocol === fragmentHeader ? 8 : 8 + bytes.u8(offset + 1) * 8;
    protocol = bytes.u8(offset);
    offset += length;
  }
  if (offset > end) return null;
  return {
    source: ipv6Text(bytes, 8),
    destination: ipv6Text(bytes, 24),
    protocol,
    transportLength: end - offset,
    transport: bytes.slice(offset, end),
  };
}

function ipv4Text(bytes: ByteReader, offset: number): string {
  return bytes.bytes.subarray(offset, offset + 4).join('.');
}

function ipv6Text(bytes: ByteReader, offset: number): string {
  const value = (bytes.u64(offset) << 64n) | bytes.u64(offset + 8);
  return formatAddress({ family: 'ipv6', value });
}
