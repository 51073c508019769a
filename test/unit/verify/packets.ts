/** Crafted packets, byte by byte, so that the decoders are not tested against themselves. */

const ipv4Bytes = (address: string) => address.split('.').map(Number);
const u16 = (value: number) => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];

export const bytesOf = (hex: string) =>
  Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

export interface Crafted {
  readonly from?: string;
  readonly to?: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly sequence?: number;
  readonly acknowledgement?: number;
  /** FIN 1, SYN 2, RST 4, ACK 16. */
  readonly flags?: number;
  /** TCP options in hex; padded with no-operations. */
  readonly options?: string;
  readonly payloadLength?: number;
}

export function tcp(crafted: Crafted): number[] {
  const options = [...bytesOf(crafted.options ?? '')];
  while (options.length % 4 > 0) options.push(1);
  return [
    ...u16(crafted.fromPort ?? 40_000),
    ...u16(crafted.toPort ?? 5001),
    ...u32(crafted.sequence ?? 1000),
    ...u32(crafted.acknowledgement ?? 0),
    ...[((20 + options.length) / 4) << 4, crafted.flags ?? 16],
    ...[...u16(65_535), ...u16(0), ...u16(0)],
    ...options,
    ...new Array<number>(crafted.payloadLength ?? 0).fill(0),
  ];
}

export function ipv4(crafted: Crafted, totalLength?: number): number[] {
  const transport = tcp(crafted);
  return [
    ...[0x45, 0, ...u16(totalLength ?? 20 + transport.length)],
    ...[0, 0, 0x40, 0, 64, 6, 0, 0],
    ...ipv4Bytes(crafted.from ?? '10.0.0.1'),
    ...ipv4Bytes(crafted.to ?? '10.0.0.2'),
    ...transport,
  ];
}

/** With extension headers given as their next-header numbers, each of 8 bytes. */
export function ipv6(crafted: Crafted, extensions: readonly number[] = []): number[] {
  const transport = tcp(crafted);
  const chain = [...extensions, 6];
  const headers = extensions.flatMap((_, index) => [chain[index + 1]!, 0, 0, 0, 0, 0, 0, 0]);
  const address = (last: number) => [0xfd, ...new Array<number>(14).fill(0), last];
  return [
    ...[0x60, 0, 0, 0, ...u16(headers.length + transport.length), chain[0]!, 64],
    ...address(1),
    ...address(2),
    ...headers,
    ...transport,
  ];
}

export const ethernet = (packet: readonly number[], tags: readonly number[] = []) => [
  ...new Array<number>(12).fill(2),
  ...tags,
  ...(packet[0]! >> 4 === 6 ? [0x86, 0xdd] : [0x08, 0x00]),
  ...packet,
];

export interface CraftedFrame {
  readonly data: readonly number[];
  readonly seconds?: number;
  readonly originalLength?: number;
}

/** A classic pcap file, little endian with microseconds unless told otherwise. */
export function pcapFile(
  frames: readonly CraftedFrame[],
  { linkType = 1, magic = 0xa1b2c3d4, littleEndian = true } = {},
): Uint8Array {
  const word = (value: number) => {
    const bytes = u32(value);
    return littleEndian ? bytes.reverse() : bytes;
  };
  const half = (value: number) => (littleEndian ? u16(value).reverse() : u16(value));
  return Uint8Array.from([
    ...[...word(magic), ...half(2), ...half(4), ...word(0), ...word(0), ...word(262_144)],
    ...word(linkType),
    ...frames.flatMap(({ data, seconds = 0, originalLength = data.length }) => [
      ...[...word(seconds), ...word(7), ...word(data.length), ...word(originalLength)],
      ...data,
    ]),
  ]);
}
