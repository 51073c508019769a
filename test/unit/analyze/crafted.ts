import { createHash, createHmac } from 'node:crypto';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { bytesOf, ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';

/** A connection of MPTCP v1 over two paths, packet by packet: 10.0.0.1 opens it, 10.1.0.1 joins. */
export const [keyA, keyB] = ['00112233445566ff', 'ffeeddccbbaa9911'] as const;
const [randA, randB] = ['01020304', 'a1a2a3a4'];

const sha256 = (hex: string) => createHash('sha256').update(bytesOf(hex)).digest('hex');
export const signed = (keys: string, message: string) =>
  createHmac('sha256', bytesOf(keys)).update(bytesOf(message)).digest('hex');

const client: Crafted = { from: '10.0.0.1', to: '10.0.0.2' };
const server: Crafted = {
  ...{ from: '10.0.0.2', to: '10.0.0.1', fromPort: 5001, toPort: 40_000 },
};
const joining = { from: '10.1.0.1', fromPort: 41_000 };
const joined = { to: '10.1.0.1', toPort: 41_000 };
export const toServer: Crafted = { ...client, sequence: 1001, acknowledgement: 5001 };
export const toClient: Crafted = { ...server, sequence: 5001, acknowledgement: 1001 };
export const joinToServer: Crafted = { ...toServer, ...joining };
export const joinToClient: Crafted = { ...toClient, ...joined };

export const syn: Crafted = { ...client, flags: 2, options: '1e040101' };
export const synAck: Crafted = {
  ...{ ...server, sequence: 5000, acknowledgement: 1001, flags: 18, options: `1e0c0101${keyB}` },
};
export const ack: Crafted = { ...toServer, options: `1e140101${keyA}${keyB}` };
export const handshake = [syn, synAck, ack] as const;

/** `backup`: the flag B of the SYN. */
export const joinSyn = (backup = false): Crafted => ({
  ...{ ...client, ...joining, flags: 2 },
  options: `1e0c1${backup ? 1 : 0}01${sha256(keyB).slice(0, 8)}${randA}`,
});
const answer = signed(keyB + keyA, randB + randA).slice(0, 16);
const opening = signed(keyA + keyB, randA + randB).slice(0, 40);
export const joinHandshake = [
  joinSyn(),
  { ...synAck, ...joined, options: `1e101000${answer}${randB}` },
  { ...joinToServer, options: `1e181000${opening}` },
] as const;

interface Mapping {
  /** Of the connection's data, from 0. */
  readonly offset: number;
  /** Of the subflow's bytes, from 0. */
  readonly at?: number;
  readonly length: number;
  /** 8-byte numbers. */
  readonly wide?: boolean;
  /** DATA_FIN, which takes a number more. */
  readonly fin?: boolean;
  readonly checksum?: string;
  /** Of who sends it: the client where none is given. */
  readonly key?: string;
}

const hex = (value: bigint | number, bytes: number) =>
  BigInt.asUintN(bytes * 8, BigInt(value))
    .toString(16)
    .padStart(2 * bytes, '0');
const idsnOf = (key: string) => BigInt(`0x${sha256(key).slice(-16)}`);

/** The 64-bit data sequence number of a byte of the client's, or of another key's, at an offset. */
export const dataSequence = (offset: number, key: string = keyA) =>
  hex(idsnOf(key) + 1n + BigInt(offset), 8);

/** A DSS option that maps data. */
export function mapping({ offset, at = offset, length, ...more }: Mapping): string {
  const { wide = false, fin = false, checksum = '', key } = more;
  const flags = 4 + (wide ? 8 : 0) + (fin ? 16 : 0);
  const sequence = dataSequence(offset, key).slice(wide ? 0 : 8);
  const rest = `${hex(at + 1, 4)}${hex(length + (fin ? 1 : 0), 2)}${checksum}`;
  const body = `20${hex(flags, 1)}${sequence}${rest}`;
  return `1e${hex(body.length / 2 + 2, 1)}${body}`;
}

/** A DSS option of the server's that acknowledges the client's data up to an offset. */
export const dataAck = (offset: number) => `1e082001${dataSequence(offset).slice(8)}`;

/** A segment of the client's with data and its mapping. */
export function data(given: Mapping, from: Crafted = toServer): Crafted {
  const sequence = 1001 + (given.at ?? given.offset);
  return { ...from, sequence, options: mapping(given), payloadLength: given.length };
}

/** A capture of packets one second apart, of which `at` gives the first's time. */
export function captureOf(packets: readonly Crafted[], device = 'eth0', at = 0) {
  const frames = packets.map((it, index) => ({ data: ethernet(ipv4(it)), seconds: at + index }));
  return { name: `${device}.pcap`, device, bytes: pcapFile(frames) };
}

export const analyze = (...packets: readonly Crafted[]) =>
  analyzeCaptureBytes([captureOf(packets)]);
export const connectionOf = (...packets: readonly Crafted[]) => analyze(...packets).connections[0]!;
export const codesOf = (...packets: readonly Crafted[]) =>
  analyze(...packets).findings.map(({ code }) => code);
