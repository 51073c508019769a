import { ByteReader } from './byte-reader.js';
import type { Frame } from './pcap.js';

/** Bytes before the ethertype, by LINKTYPE_ value; raw IP has none. */
const ethertypeOffset: Readonly<Record<number, number>> = { 1: 12, 113: 14, 276: 0 };
/** Where the network layer starts without VLAN tags. */
const payloadOffset: Readonly<Record<number, number>> = { 1: 14, 113: 16, 276: 20 };
const rawLinkTypes = new Set([12, 14, 101, 228, 229]);
const vlanEthertypes = new Set([0x8100, 0x88a8]);
const ipEthertypes = new Set([0x0800, 0x86dd]);

/** A frame's network layer: how far into the frame it starts, and its bytes as captured. */
export interface NetworkLayer {
  readonly offset: number;
  readonly bytes: ByteReader;
}

/** Finds IP in Ethernet (with any VLAN tags), Linux cooked v1 and v2, and raw IP; null if there is none. */
export function networkLayer({ linkType, data }: Frame): NetworkLayer | null {
  const bytes = new ByteReader(data);
  if (rawLinkTypes.has(linkType)) return { offset: 0, bytes };
  let typeAt = ethertypeOffset[linkType];
  let offset = payloadOffset[linkType];
  if (typeAt === undefined || offset === undefined) return null;
  while (bytes.has(typeAt, 2) && vlanEthertypes.has(bytes.u16(typeAt))) {
    typeAt = offset + 2;
    offset += 4;
  }
  if (!bytes.has(typeAt, 2) || !ipEthertypes.has(bytes.u16(typeAt))) return null;
  return { offset, bytes: bytes.slice(offset) };
}
