import { describe, expect, it } from 'vitest';
import { Dss } from '../../../src/analyze/dss.js';
import { bytesOf } from '../verify/packets.js';

/** The signal of an option, or null where its length does not fit. */
function decode(hex: string): Dss | null {
  const bytes = bytesOf(hex);
  const dss = new Dss();
  return dss.decode(bytes, 0, bytes.length) ? dss : null;
}

describe('a Data Sequence Signal', () => {
  it.each([
    ['4-byte ack', '1e08 20 01 00000001', { hasAck: true, ackLower: 1, hasMapping: false }],
    [
      '8-byte ack',
      '1e0c 20 03 0102030405060708',
      { isAckWide: true, ackUpper: 0x01020304, ackLower: 0x05060708, hasMapping: false },
    ],
    [
      '4-byte sequence',
      '1e0e 20 04 0000000a 00000001 0590',
      { hasAck: false, sequenceLower: 10, subflowSequence: 1, dataLength: 0x590, dataFin: false },
    ],
    [
      '8-byte ack and sequence, checksum and DATA_FIN',
      '1e1c 20 1f 0102030405060708 1112131415161718 00000002 0001 abcd',
      {
        ...{ hasAck: true, isSequenceWide: true, sequenceUpper: 0x11121314 },
        ...{ subflowSequence: 2, dataLength: 1, checksum: 0xabcd, dataFin: true },
      },
    ],
    [
      'infinite mapping',
      '1e0e 20 04 0000000a 00000001 0000',
      { hasMapping: true, dataLength: 0, checksum: null },
    ],
  ])('has a %s', (_, hex, expected) => {
    expect(decode(hex)).toMatchObject(expected);
  });

  it('is malformed where it is shorter than its flags say', () => {
    expect(decode('1e08 20 03 00000001')).toBeNull();
  });
});
