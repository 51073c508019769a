import { expect, it } from 'vitest';
import { keyFacts } from '../../../src/analyze/keys.js';
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
