import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  formatAddress,
  formatPrefix,
  networkOf,
  overlap,
  parseAddress,
  parseBoundAddress,
} from '../../../src/model/ip.js';

describe('addresses', () => {
  it.each([
    '010.0.0.1',
    '10.1',
    '10.0.0.256',
    '1.2.3.4/24',
    'fe80::1%eth0',
    '',
    ' 1.2.3.4',
    '0x1.2.3.4',
  ])('are not read from %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('come out of a round trip as RFC 5952 writes them', () => {
    expect(formatAddress(parseAddress('FD00:0:0:0:0:0:0:0A')!)).toBe('fd00::a');
    expect(formatAddress(parseAddress('255.255.255.255')!)).toBe('255.255.255.255');
  });

  it('survive any round trip', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseAddress(text)!;
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });
});

describe('prefixes', () => {
  it.each(['10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/', 'fd00::/129', '10.0.0.0/8/8'])(
    'are not read from %j',
    (text) => {
      expect(parseBoundAddress(text)).toBeNull();
    },
  );

  it('drop the bits of the host', () => {
    expect(formatPrefix(networkOf(parseBoundAddress('192.168.10.20/24')!))).toBe('192.168.10.0/24');
    expect(formatPrefix(networkOf(parseBoundAddress('1.2.3.4/0')!))).toBe('0.0.0.0/0');
  });

  it('hold their first and last address and none beyond', () => {
    const prefix = networkOf(parseBoundAddress('10.1.2.0/23')!);
    const held = ['10.1.1.255', '10.1.2.0', '10.1.3.255', '10.1.4.0', '::'].map((text) =>
      contains(prefix, parseAddress(text)!),
    );
    expect(held).toEqual([false, true, true, false, false]);
  });

  it('overlap when one holds the other, whichever is asked', () => {
    const [wide, narrow, beside] = ['10.0.0.0/8', '10.9.0.0/16', '11.0.0.0/16'].map((text) =>
      networkOf(parseBoundAddress(text)!),
    );
    expect([overlap(wide!, narrow!), overlap(narrow!, wide!), overlap(wide!, beside!)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
