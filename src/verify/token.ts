import { createHash } from 'node:crypto';

/** The token that names a connection in MP_JOIN: first 32 bits of SHA-256 of the key, RFC 8684 section 3.2. */
export function tokenOf(key: bigint): number {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(key);
  return createHash('sha256').update(bytes).digest().readUInt32BE();
}
