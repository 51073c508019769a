import { createHmac } from 'node:crypto';
import type { Shown } from './tshark.js';

export const hmacFields = ['sendkey', 'sendrand', 'recvtok', 'sendtrunchmac', 'sendhmac'].map(
  (name) => `tcp.options.mptcp.${name}`,
);

export interface JoinHmacs {
  /** As RFC 8684 section 3.2 has them, and as the packets hold them. */
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/**
 * Both HMACs of every join in a capture of one connection, from nothing but the values tshark read:
 * the opener's is HMAC-SHA256(keyA | keyB, randA | randB), its first 160 bits; the answerer's has
 * both turned round, its first 64 bits.
 */
export function joinHmacs(shown: readonly Shown[]): JoinHmacs[] {
  const packets = shown.map((packet) => hmacFields.map((name) => packet.get(name)?.[0] ?? ''));
  // The SYN/ACK's comes first.
  const [keyB, keyA] = [...new Set(packets.flatMap(([key]) => (key ? [key] : [])))].map((it) =>
    bytesOf(it, 8),
  );
  const streams = new Map<string, string[][]>();
  shown.forEach((packet, index) => {
    const stream = packet.get('tcp.stream')?.[0] ?? '';
    streams.set(stream, [...(streams.get(stream) ?? []), packets[index]!]);
  });
  return [...streams.values()].flatMap((stream) => {
    const [randA, randB] = stream.flatMap(([, rand]) => (rand ? [bytesOf(rand, 4)] : []));
    const short = stream.find(([, , , hmac]) => hmac)?.[3];
    const long = stream.find(([, , , , hmac]) => hmac)?.[4];
    if (!keyA || !keyB || !randA || !randB || !short || !long) return [];
    const answer = hmac([keyB, keyA], [randB, randA]).subarray(0, 8).toString('hex');
    const open = hmac([keyA, keyB], [randA, randB]).subarray(0, 20).toString('hex');
    return [
      {
        expected: [answer, open],
        found: [bytesOf(short, 8).toString('hex'), long.replaceAll(':', '')],
      },
    ];
  });
}

function hmac(key: readonly Buffer[], message: readonly Buffer[]): Buffer {
  return createHmac('sha256', Buffer.concat(key)).update(Buffer.concat(message)).digest();
}

function bytesOf(value: string, length: number): Buffer {
  return Buffer.from(
    BigInt(value)
      .toString(16)
      .padStart(2 * length, '0'),
    'hex',
  );
}
