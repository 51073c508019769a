import { fixture } from '../unit/verify/evidence.js';

const names = ['ipv4-enp0s3', 'ipv4-enp0s8', 'ipv6-enp0s8', 'cut-at-60-bytes'];

/** Real captures of MPTCP, as pcap and as pcapng. */
export function fuzzBases(): Uint8Array[] {
  const captures = names.map((name) => fixture(`${name}.pcap`));
  return [...captures, ...captures.map(asPcapng)];
}

/** A little-endian pcap's packets in blocks of a pcapng file with one interface. */
export function asPcapng(pcap: Uint8Array): Uint8Array {
  const view = new DataView(pcap.buffer, pcap.byteOffset, pcap.length);
  const blocks = [
    block(0x0a0d0d0a, [0x1a2b3c4d, 1, 0xffffffff, 0xffffffff]),
    block(1, [view.getUint32(20, true), 0]),
  ];
  for (let at = 24; at + 16 <= pcap.length;) {
    const [seconds, micros, length, wire] = [0, 4, 8, 12].map((word) =>
      view.getUint32(at + word, true),
    ) as [number, number, number, number];
    const time = seconds * 1e6 + micros;
    const header = [0, Math.floor(time / 2 ** 32), time % 2 ** 32, length, wire];
    blocks.push(block(6, header, pcap.subarray(at + 16, at + 16 + length)));
    at += 16 + length;
  }
  return Buffer.concat(blocks);
}

/** A little-endian block of a pcapng file: type, words, data. */
export function block(
  type: number,
  words: readonly number[],
  data: Uint8Array = new Uint8Array(0),
): Buffer {
  const length = 12 + 4 * words.length + Math.ceil(data.length / 4) * 4;
  const bytes = Buffer.alloc(length);
  [type, length, ...words].forEach((word, index) => bytes.writeUInt32LE(word, 4 * index));
  bytes.set(data, 8 + 4 * words.length);
  bytes.writeUInt32LE(length, length - 4);
  return bytes;
}
