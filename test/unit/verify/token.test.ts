import { expect, it } from 'vitest';
import { tokenOf } from '../../../src/verify/token.js';

// Computed by Python's hashlib; keys and tokens of a connection Linux 6.18 made.
it.each([
  [0xdabc5e939acc82a0n, 0x3e2bd90b],
  [0x09011cc0b4e173e0n, 0xa93384fe],
])(
  'the token of key %s is the start of its SHA-256, leading zeros of the key included',
  (key, token) => {
    expect(tokenOf(key)).toBe(token);
  },
);
