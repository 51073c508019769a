import { describe, expect, it } from 'vitest';
import { decodeMptcpOption } from '../../../src/analyze/mptcp-option.js';
import { bytesOf } from '../verify/packets.js';

const decode = (hex: string) => decodeMptcpOption(bytesOf(hex));
const key = bytesOf('0102030405060708');
const otherKey = bytesOf('1112131415161718');

describe('an MPTCP option', () => {
  it.each([
    ['MP_CAPABLE v1 of a SYN', '1e04 01 01', { version: 1, senderKey: null, receiverKey: null }],
    [
      'MP_CAPABLE v0 of a SYN, which has a key',
      '1e0c 00 81 0102030405060708',
      { version: 0, checksumRequired: true, senderKey: key, receiverKey: null },
    ],
    [
      'MP_CAPABLE v1 of a third ACK',
      '1e14 01 01 0102030405060708 1112131415161718',
      { senderKey: key, receiverKey: otherKey, dataLength: null },
    ],
    [
      'MP_CAPABLE v1 of the first data',
      '1e16 01 01 0102030405060708 1112131415161718 0400',
      { senderKey: key, receiverKey: otherKey, dataLength: 1024 },
    ],
    [
      'MP_CAPABLE v1 of the first data with checksum',
      '1e18 01 81 0102030405060708 1112131415161718 0400 abcd',
      { checksumRequired: true, dataLength: 1024, checksum: 0xabcd },
    ],
  ])('is %s', (_, hex, expected) => {
    expect(decode(hex)).toMatchObject({ subtype: 'mp-capable', ...expected });
  });

  it.each([
    [
      'a SYN, with token and nonce',
      '1e0c 11 02 3e2bd90b 00000007',
      { step: 'syn', backup: true, addressId: 2, token: 0x3e2bd90b, nonce: bytesOf('00000007') },
    ],
    [
      'a SYN/ACK, with a truncated HMAC',
      '1e10 10 00 0102030405060708 00000009',
      { step: 'syn-ack', backup: false, addressId: 0, hmac: key, nonce: bytesOf('00000009') },
    ],
    [
      'an ACK, with an HMAC of 160 bits',
      `1e18 10 00 ${'ab'.repeat(20)}`,
      { step: 'ack', hmac: new Uint8Array(20).fill(0xab) },
    ],
  ])('is MP_JOIN of %s', (_, hex, expected) => {
    expect(decode(hex)).toEqual({ subtype: 'mp-join', ...expected });
  });

  it.each([
    [
      'ADD_ADDR of IPv4 with port',
      '1e12 30 03 c0a81414 1389 0102030405060708',
      {
        ...{ subtype: 'add-addr', echo: false, addressId: 3, port: 5001, hmac: key },
        address: Uint8Array.from([192, 168, 20, 20]),
      },
    ],
    [
      'the echo of ADD_ADDR of IPv6',
      `1e14 31 03 ${'fd'.repeat(16)}`,
      {
        ...{ subtype: 'add-addr', echo: true, addressId: 3, port: null, hmac: null },
        address: new Uint8Array(16).fill(0xfd),
      },
    ],
    ['REMOVE_ADDR of two', '1e05 40 02 03', { subtype: 'remove-addr', addressIds: [2, 3] }],
    ['MP_PRIO', '1e03 51', { subtype: 'mp-prio', backup: true, addressId: null }],
    ['MP_PRIO of an id', '1e04 50 07', { subtype: 'mp-prio', backup: false, addressId: 7 }],
    ['MP_FAIL', '1e0c 60 00 0102030405060708', { subtype: 'mp-fail', dataSequence: key }],
    ['MP_FASTCLOSE', '1e0c 70 00 0102030405060708', { subtype: 'mp-fastclose', receiverKey: key }],
    ['MP_TCPRST', '1e04 81 03', { subtype: 'mp-tcprst', transient: true, reason: 3 }],
  ])('is %s', (_, hex, expected) => {
    expect(decode(hex)).toEqual(expected);
  });

  it.each([
    ['no subtype', '1e02'],
    ['an unknown subtype', '1e04 f0 00'],
    ['MP_CAPABLE of a length it never has', '1e08 01 01 00000000'],
    ['MP_JOIN of a length it never has', '1e05 10 00 00'],
    ['ADD_ADDR without an address', '1e04 30 01'],
    ['REMOVE_ADDR without an id', '1e03 40'],
  ])('is malformed with %s', (_, hex) => {
    expect(decode(hex)).toBeNull();
  });
});
