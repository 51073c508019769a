import { describe, expect, it } from 'vitest';
import { decodeTcp } from '../../../src/verify/tcp-segment.js';
import { ethernet, ipv4, ipv6 } from './packets.js';

const decode = (data: readonly number[], linkType = 1, originalLength = data.length) =>
  decodeTcp({
    ...{ type: 'frame', timestampNs: 0n, linkType, originalLength },
    data: Uint8Array.from(data),
  });

const crafted = { sequence: 77, acknowledgement: 88, flags: 2, payloadLength: 5 };
const cooked1 = [0, 0, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0, 0x08, 0x00];
const cooked2 = [0x08, 0x00, 0, 0, 0, 0, 0, 3, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0];

describe('a TCP segment', () => {
  it.each([
    ['Ethernet', 1, ethernet(ipv4(crafted))],
    ['Ethernet with a VLAN tag', 1, ethernet(ipv4(crafted), [0x81, 0x00, 0, 5])],
    ['Ethernet with two', 1, ethernet(ipv4(crafted), [0x88, 0xa8, 0, 5, 0x81, 0x00, 0, 6])],
    ['Linux cooked v1', 113, [...cooked1, ...ipv4(crafted)]],
    ['Linux cooked v2', 276, [...cooked2, ...ipv4(crafted)]],
    ['raw IP', 101, ipv4(crafted)],
  ])('is found in %s', (_, linkType, data) => {
    expect(decode(data, linkType)).toMatchObject({
      ...{ source: '10.0.0.1', destination: '10.0.0.2', sourcePort: 40_000 },
      ...{ destinationPort: 5001, sequence: 77, acknowledgement: 88, payloadLength: 5 },
      ...{ syn: true, ack: false, fin: false, rst: false },
    });
  });

  it('is found behind IPv6 and its extension headers', () => {
    expect(decode(ethernet(ipv6(crafted, [0, 43, 60])))).toMatchObject({
      ...{ source: 'fd00::1', destination: 'fd00::2', payloadLength: 5 },
    });
  });

  it('has the length it had on the wire where the capture was cut', () => {
    const data = ethernet(ipv4({ payloadLength: 1400 })).slice(0, 60);
    expect(decode(data, 1, 1454)).toMatchObject({ payloadLength: 1400, optionsCut: false });
  });

  it('has the length of its frame where a big packet before segmentation claims none', () => {
    const data = ethernet(ipv4({ payloadLength: 10 }, 0));
    expect(decode(data, 1, 14 + 40 + 100_000)).toMatchObject({ payloadLength: 100_000 });
  });

  it('does not take the padding of a short Ethernet frame for payload', () => {
    expect(decode([...ethernet(ipv4({})), 0, 0, 0, 0, 0, 0])).toMatchObject({ payloadLength: 0 });
  });

  it('says that its options were cut, and guesses none', () => {
    const options = '1e0c 01 80 0102030405060708 0101';
    const data = ethernet(ipv4({ options, flags: 18 }));
    expect(decode(data)).toMatchObject({ optionsCut: false });
    expect(decode(data.slice(0, 60), 1, data.length)).toMatchObject({
      ...{ optionsCut: true, mptcp: [] },
    });
  });

  it.each([
    ['ARP', [...new Array<number>(12).fill(2), 0x08, 0x06, ...new Array<number>(28).fill(0)]],
    ['UDP', ethernet(ipv4(crafted).map((byte, index) => (index === 9 ? 17 : byte)))],
    ['a later fragment', ethernet(ipv4(crafted).map((byte, index) => (index === 7 ? 1 : byte)))],
    ['a header longer than its packet', ethernet(ipv4({}, 24))],
    ['nothing', []],
  ])('is not seen in %s', (_, data) => {
    expect(decode(data)).toBeNull();
  });

  it('is not guessed at in a link type that is not known', () => {
    expect(decode(ethernet(ipv4(crafted)), 147)).toBeNull();
  });

  it.each(['1e00', '1e01', '1e', '1e20 10', '0208'])(
    'with the broken option %s has none',
    (options) => {
      expect(decode(ethernet(ipv4({ options })))?.mptcp).toEqual([]);
    },
  );
});
