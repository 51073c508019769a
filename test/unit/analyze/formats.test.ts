import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { fixture } from '../verify/evidence.js';
import { ethernet, ipv4, ipv6, pcapFile } from '../verify/packets.js';

const analyze = (bytes: Uint8Array) => analyzeCaptureBytes([{ name: 'a', bytes }]);
const codes = (bytes: Uint8Array) => analyze(bytes).findings.map(({ code }) => code);

const syn = { flags: 2, options: '1e040101' };

/** A pcapng block: type, length, body, length. */
function block(type: number, body: readonly number[], little: boolean): number[] {
  const word = (value: number) => {
    const bytes = [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
    return little ? bytes.reverse() : bytes;
  };
  const padded = [...body, ...new Array<number>((4 - (body.length % 4)) % 4).fill(0)];
  return [...word(type), ...word(padded.length + 12), ...padded, ...word(padded.length + 12)];
}

/** One packet at 5.000000007 s in nanoseconds, on the interface eth7, which dropped 3. */
function pcapngFile(packet: readonly number[], little: boolean): Uint8Array {
  const half = (value: number) => (little ? [value, 0] : [0, value]);
  const order = little ? [0x4d, 0x3c, 0x2b, 0x1a] : [0x1a, 0x2b, 0x3c, 0x4d];
  const word = (value: number) => {
    const bytes = [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
    return little ? bytes.reverse() : bytes;
  };
  const name = [...half(2), ...half(4), ...Buffer.from('eth7')];
  const resolution = [...half(9), ...half(1), 9, 0, 0, 0];
  const dropped = little ? [...word(3), ...word(0)] : [...word(0), ...word(3)];
  const time = 5_000_000_007;
  const at = [...word(Math.floor(time / 2 ** 32)), ...word(time % 2 ** 32)];
  const length = [...word(packet.length), ...word(packet.length)];
  return Uint8Array.from([
    ...block(
      0x0a0d0d0a,
      [...order, ...half(1), 0, 0, ...word(0xffffffff), ...word(0xffffffff)],
      little,
    ),
    ...block(0x0bad, [1, 2, 3, 4], little),
    ...block(1, [...half(1), 0, 0, ...word(128), ...name, ...resolution], little),
    ...block(6, [...word(0), ...at, ...length, ...packet], little),
    ...block(5, [...word(0), ...word(0), ...word(0), ...half(5), ...half(8), ...dropped], little),
  ]);
}

describe('a pcapng file', () => {
  it.each([true, false])('is read, little endian: %s', (little) => {
    const { startedAt, interfaces, connections, findings } = analyze(
      pcapngFile(ethernet(ipv4(syn)), little),
    );
    expect(startedAt).toBe('5.000000007');
    expect(interfaces).toMatchObject([
      { name: 'eth7', linkType: 1, snapLength: 128, packets: 1, droppedPackets: 3 },
    ]);
    expect(connections).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toContain('packets-dropped');
  });
});

describe('a SYN with MP_CAPABLE', () => {
  const cooked1 = [0, 0, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0, 0x08, 0x00];
  const cooked2 = [0x08, 0x00, 0, 0, 0, 0, 0, 3, 0, 1, 0, 6, 2, 2, 2, 2, 2, 2, 0, 0];
  const pppoe = [
    ...[...new Array<number>(12).fill(2), 0x88, 0x64],
    ...[0x11, 0, 0, 1, 0, ipv4(syn).length + 2, 0, 0x21, ...ipv4(syn)],
  ];
  it.each([
    ['Ethernet with two VLAN tags', 1, ethernet(ipv4(syn), [0x88, 0xa8, 0, 5, 0x81, 0, 0, 6])],
    ['Linux cooked v1', 113, [...cooked1, ...ipv4(syn)]],
    ['Linux cooked v2', 276, [...cooked2, ...ipv4(syn)]],
    ['raw IPv6 with extension headers', 101, ipv6(syn, [0, 43, 60])],
    ['BSD loopback', 0, [2, 0, 0, 0, ...ipv4(syn)]],
    ['BSD loopback with the IPv6 of Linux', 0, [10, 0, 0, 0, ...ipv6(syn)]],
    ['BSD loopback with the IPv6 of Darwin, big endian', 0, [0, 0, 0, 30, ...ipv6(syn)]],
    ['OpenBSD loopback with IPv6', 108, [0, 0, 0, 24, ...ipv6(syn)]],
    ['raw IP of BSD', 12, ipv4(syn)],
    ['raw IP of OpenBSD', 14, ipv4(syn)],
    ['raw IPv4', 228, ipv4(syn)],
    ['raw IPv6', 229, ipv6(syn)],
    ['PPPoE', 1, pppoe],
    ['OpenBSD loopback', 108, [0, 0, 0, 2, ...ipv4(syn)]],
    ['PPP', 9, [0xff, 0x03, 0x00, 0x21, ...ipv4(syn)]],
    ['PPP with compressed headers', 9, [0x21, ...ipv4(syn)]],
    ['PPP with IPv6', 50, [0xff, 0x03, 0x00, 0x57, ...ipv6(syn)]],
  ])('is found in %s, and that nothing answered', (_, linkType, data) => {
    const { connections, findings } = analyze(pcapFile([{ data }], { linkType }));
    expect(connections[0]).toMatchObject({ version: 1, subflows: [{ state: 'unanswered' }] });
    expect(findings.map(({ code }) => code)).toEqual(['syn-unanswered']);
  });

  it('in Linux cooked v2 is of the interface whose number the header has', () => {
    const frames = [3, 5].map((number, index) => ({
      data: [
        ...[...cooked2.slice(0, 7), number, ...cooked2.slice(8)],
        ...ipv4({ ...syn, fromPort: 40_000 + index }),
      ],
    }));
    const { interfaces, connections } = analyze(pcapFile(frames, { linkType: 276 }));
    expect(interfaces.map(({ name }) => name)).toEqual(['interface 3', 'interface 5']);
    const by = connections.map(({ subflows }) => subflows[0]!.handshake.syn?.interface);
    expect(by).toEqual([0, 1]);
  });

  it('is not looked for in a link type that is not known, which is said', () => {
    expect(codes(pcapFile([{ data: ethernet(ipv4(syn)) }], { linkType: 147 }))).toEqual([
      'link-type-unknown',
    ]);
  });
});

describe('hostile captures', () => {
  it('of any bytes end in a finding or an empty result', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(analyze(bytes).findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([0, 4, 11, 13])(
    'with a block that claims %i bytes, which leads nowhere, end there',
    (length) => {
      const file = pcapngFile(ethernet(ipv4(syn)), true);
      new DataView(file.buffer).setUint32(28 + 4, length, true);
      const { captures, findings } = analyze(file);
      expect(captures[0]?.packets).toBe(0);
      expect(findings.map(({ code }) => code)).toEqual(['file-damaged']);
    },
  );

  it('with changed bytes are analysed all the same', { timeout: 60_000 }, () => {
    const capture = fixture('ipv4-enp0s8.pcap').subarray(0, 6000);
    const edits = fc.array(fc.tuple(fc.nat(capture.length - 1), fc.nat(255)), { maxLength: 40 });
    fc.assert(
      fc.property(edits, (changes) => {
        const bytes = Uint8Array.from(capture);
        for (const [offset, value] of changes) bytes[offset] = value;
        const [summary] = analyze(bytes).captures;
        expect(summary?.packets).toBeLessThan(capture.length / 16);
      }),
    );
  });
});
