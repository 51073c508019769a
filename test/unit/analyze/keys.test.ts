import { expect, it } from 'vitest';
import { keyFacts, mptcpHmac } from '../../../src/analyze/keys.js';
import { bytesOf } from '../verify/packets.js';

// Computed by Python's hashlib; keys and tokens of a connection Linux 6.18 made.
it.each([
  ['dabc5e939acc82a0', 0x3e2bd90b],
  ['09011cc0b4e173e0', 0xa93384fe],
])(
  'the token of key %s is the start of its SHA-256, leading zeros of the key included',
  (key, token) => {
    expect(keyFacts(bytesOf(key), 1).token).toBe(token);
  },
);

// The same by Python's hashlib; RFC 6824 hashes by SHA-1.
it.each([
  ['dabc5e939acc82a0', 0xe71ba8d2, 0x712cc05c, 0x954d1781],
  ['09011cc0b4e173e0', 0x5e9fafc3, 0x3d0f07c0, 0x8ff94b4f],
])(
  'version 0 takes token and first data sequence number of key %s from its SHA-1',
  (key, token, idsnUpper, idsnLower) => {
    expect(keyFacts(bytesOf(key), 0)).toMatchObject({ token, idsnUpper, idsnLower });
  },
);

// Computed by Python's hmac over key A, key B and nonce A, nonce B.
it.each([
  [0, '1578552a9a6e842579dfeea30f5831118342d113'],
  [1, 'b2fe27f3ef42e0f6eac1e813f14b7f8f16f48755f9a8e2ad0e29c5c152ca594a'],
] as const)('the HMAC of a join of version %i is the one that Python computes', (version, hmac) => {
  const keys = [bytesOf('00112233445566ff'), bytesOf('ffeeddccbbaa9911')] as const;
  const message = [bytesOf('01020304'), bytesOf('a1a2a3a4')];
  expect(Buffer.from(mptcpHmac({ version, keys, message })).toString('hex')).toBe(hmac);
});
