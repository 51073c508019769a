import { createHash, createHmac } from 'node:crypto';
import { u32 } from './bytes.js';

/** RFC 8684 hashes keys by SHA-256, RFC 6824 by SHA-1. */
const hashOf = { 0: 'sha1', 1: 'sha256' } as const;
export type MptcpVersion = keyof typeof hashOf;

/** What both ends derive from a 64-bit key (RFC 8684 sections 3.1 and 3.2). */
export interface KeyFacts {
  readonly key: Uint8Array;
  /** First 32 bits of its hash. */
  readonly token: number;
  /** Initial data sequence number: its hash's last 64 bits. */
  readonly idsnUpper: number;
  readonly idsnLower: number;
}

export function keyFacts(key: Uint8Array, version: MptcpVersion): KeyFacts {
  const hash = createHash(hashOf[version]).update(key).digest();
  const end = hash.length;
  return { key, token: u32(hash, 0), idsnUpper: u32(hash, end - 8), idsnLower: u32(hash, end - 4) };
}

export interface HmacInput {
  readonly version: MptcpVersion;
  /** The sender's, then the receiver's. */
  readonly keys: readonly [Uint8Array, Uint8Array];
  readonly message: readonly Uint8Array[];
}

/** RFC 8684 section 3.2: the key is the sender's key and then the receiver's. */
export function mptcpHmac({ version, keys, message }: HmacInput): Uint8Array {
  const hmac = createHmac(hashOf[version], Buffer.concat(keys));
  for (const part of message) hmac.update(part);
  return hmac.digest();
}
