import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { ethernet, ipv4, ipv6, pcapFile, type CraftedFrame } from '../verify/packets.js';

const analyze = (frame: CraftedFrame, linkType = 1) =>
  analyzeCaptureBytes([{ name: 'a.pcap', bytes: pcapFile([frame], { linkType }) }]);
/** The one connection of one packet. */
const flowOf = (frame: CraftedFrame, linkType = 1) => analyze(frame, linkType).plainTcp.listed[0];
const payloadOf = (frame: CraftedFrame) => flowOf(frame)?.toServer.payloadBytes;

const crafted = { sequence: 77, acknowledgement: 88, flags: 16, payloadLength: 5 };
const cooked1 = [0, 0, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0, 0x08, 0x00];
const cooked2 = [0x08, 0x00, 0, 0, 0, 0, 0, 3, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0];

/** Eight bytes into its packet. */
const laterFragment = ethernet(ipv6(crafted, [44])).with(14 + 40 + 3, 8);

describe('a TCP segment', () => {
  it.each([
    ['Ethernet', 1, ethernet(ipv4(crafted))],
    ['Ethernet with a VLAN tag', 1, ethernet(ipv4(crafted), [0x81, 0x00, 0, 5])],
    ['Ethernet with two', 1, ethernet(ipv4(crafted), [0x88, 0xa8, 0, 5, 0x81, 0x00, 0, 6])],
    ['Linux cooked v1', 113, [...cooked1, ...ipv4(crafted)]],
    ['Linux cooked v2', 276, [...cooked2, ...ipv4(crafted)]],
    ['raw IP', 101, ipv4(crafted)],
  ])('is found in %s', (_, linkType, data) => {
    expect(flowOf({ data }, linkType)).toMatchObject({
      client: { address: '10.0.0.1', port: 40_000 },
      server: { address: '10.0.0.2', port: 5001 },
      toServer: { segments: 1, payloadBytes: 5, fin: false, rst: false },
    });
  });

  it('is found behind an authentication header and in the first fragment of IPv6', () => {
    const data = ethernet(ipv6(crafted, [51, 44]));
    expect(payloadOf({ data })).toBe(5);
    expect(analyze({ data }).findings.map(({ code }) => code)).toEqual(['fragments']);
  });

  it('is found behind IPv6 and its extension headers', () => {
    expect(flowOf({ data: ethernet(ipv6(crafted, [0, 43, 60])) })).toMatchObject({
      ...{ client: { address: 'fd00::1' }, server: { address: 'fd00::2' } },
      toServer: { payloadBytes: 5 },
    });
  });

  it('has the length it had on the wire where the capture was cut', () => {
    const data = ethernet(ipv4({ payloadLength: 1400 })).slice(0, 60);
    expect(payloadOf({ data, originalLength: 1454 })).toBe(1400);
  });

  it('has the length of its frame where a big packet before segmentation claims none', () => {
    const data = ethernet(ipv4({ payloadLength: 10 }, 0));
    expect(payloadOf({ data, originalLength: 14 + 40 + 100_000 })).toBe(100_000);
  });

  it('does not take the padding of a short Ethernet frame for payload', () => {
    expect(payloadOf({ data: [...ethernet(ipv4({})), 0, 0, 0, 0, 0, 0] })).toBe(0);
  });

  it('says that its options were cut, and guesses none', () => {
    const options = '1e0c 01 80 0102030405060708 0101';
    const data = ethernet(ipv4({ options, flags: 18 }));
    expect(analyze({ data }).connections).toHaveLength(1);
    const cut = analyze({ data: data.slice(0, 60), originalLength: data.length });
    expect(cut.connections).toEqual([]);
    expect(cut.findings.map(({ code }) => code)).toEqual(['options-cut']);
  });

  it.each([
    ['ARP', [...new Array<number>(12).fill(2), 0x08, 0x06, ...new Array<number>(28).fill(0)]],
    ['UDP', ethernet(ipv4(crafted).map((byte, index) => (index === 9 ? 17 : byte)))],
    ['a later fragment', ethernet(ipv4(crafted).map((byte, index) => (index === 7 ? 1 : byte)))],
    ['a later fragment of IPv6', laterFragment],
    ['a header longer than its packet', ethernet(ipv4({}, 24))],
    ['nothing', []],
  ])('is not seen in %s', (_, data) => {
    expect(analyze({ data }).captures[0]?.tcpPackets).toBe(0);
  });

  it.each(['1e00', '1e01', '1e', '1e20 10', '0208'])(
    'with the broken option %s is plain TCP',
    (options) => {
      expect(flowOf({ data: ethernet(ipv4({ options })) })).toBeDefined();
    },
  );
});

describe('what the other end acknowledged', () => {
  const toServer = { from: '10.0.0.1', to: '10.0.0.2' };
  const toClient = { from: '10.0.0.2', to: '10.0.0.1', fromPort: 5001, toPort: 40_000 };
  it.each([
    ['a part', 16, 1061, 60],
    ['all', 16, 1101, 100],
    ['all and the FIN, which is no byte', 17, 1102, 100],
  ])('is %s of the payload', (_, flags, acknowledgement, bytes) => {
    const packets = [
      { ...toServer, flags: 2, sequence: 1000 },
      { ...toClient, flags: 18, sequence: 7, acknowledgement: 1001 },
      { ...toServer, flags, sequence: 1001, payloadLength: 100 },
      { ...toClient, sequence: 8, acknowledgement },
    ];
    const file = pcapFile(packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds })));
    const { plainTcp } = analyzeCaptureBytes([{ name: 'a.pcap', bytes: file }]);
    expect(plainTcp.listed[0]?.toServer.acknowledgedBytes).toBe(bytes);
  });
});
