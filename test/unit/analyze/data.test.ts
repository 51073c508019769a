import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import {
  captureOf,
  codesOf,
  connectionOf,
  data,
  dataAck,
  dataSequence,
  handshake,
  joinHandshake,
  joinToServer,
  mapping,
  toClient,
  toServer,
} from './crafted.js';
import { ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';

const open = [...handshake, ...joinHandshake];
const subflows = (...packets: readonly Crafted[]) =>
  connectionOf(...packets).subflows.map(({ toServer }) => toServer);

describe("a connection's data", () => {
  it.each([
    ['4 bytes', false],
    ['8 bytes', true],
  ])('is put together from mappings of %s over two subflows', (_, wide) => {
    const connection = connectionOf(
      ...open,
      data({ offset: 0, length: 100, wide }),
      data({ offset: 100, at: 0, length: 300, wide }, joinToServer),
    );
    expect(connection.toServer).toMatchObject({
      ...{ bytes: 400, start: 0, end: 400, contiguous: true, gapCount: 0, missingBytes: 0 },
    });
    expect(
      connection.subflows.map(({ toServer: { newBytes, share } }) => [newBytes, share]),
    ).toEqual([
      [100, 0.25],
      [300, 0.75],
    ]);
  });

  it('goes on where the sequence numbers of a subflow begin anew', () => {
    const [syn, synAck, ack] = handshake;
    const [first, end] = [0xffff_ffc0, 2 ** 32];
    const wrapping = [
      ...[
        { ...syn, sequence: first - 1 },
        { ...synAck, acknowledgement: first },
      ],
      ...[{ ...ack, sequence: first }],
      ...[0, 50, 100].map((offset) => ({
        ...data({ offset, length: 50 }),
        sequence: (first + offset) % end,
      })),
      { ...toClient, acknowledgement: (first + 150) % end },
    ];
    const { toServer: whole, subflows } = connectionOf(...wrapping);
    expect(whole).toMatchObject({ bytes: 150, contiguous: true });
    expect(subflows[0]!.toServer).toMatchObject({ acknowledgedBytes: 150, repeatedBytes: 0 });
  });

  it('goes on where the lower half of its data sequence numbers begins anew', () => {
    const start = 2 ** 32 - parseInt(dataSequence(0).slice(8), 16) - 70;
    const packets = [0, 50, 100].map((at) =>
      data({ offset: start + at, at, length: 50, wide: at === 0 }),
    );
    expect(connectionOf(...open, ...packets).toServer).toMatchObject({
      ...{ bytes: 150, start, end: start + 150 },
      gaps: [{ start: 0, end: start }],
    });
  });

  it('with a mapping that many segments repeat counts it once', () => {
    const options = mapping({ offset: 0, length: 300 });
    const parts = [0, 100, 200].map((at) => ({
      ...{ ...toServer, sequence: 1001 + at, payloadLength: 100, options },
    }));
    expect(connectionOf(...open, ...parts).toServer).toMatchObject({ bytes: 300, gapCount: 0 });
  });

  it('tells a retransmission from new bytes', () => {
    const [first] = subflows(
      ...open,
      data({ offset: 0, length: 100 }),
      data({ offset: 0, length: 100 }),
    );
    expect(first).toMatchObject({ payloadBytes: 200, newBytes: 100, repeatedBytes: 100 });
  });

  it('tells a reinjection on another subflow from new bytes', () => {
    const packets = [
      ...[...open, data({ offset: 0, length: 100 })],
      data({ offset: 0, at: 0, length: 100 }, joinToServer),
    ];
    expect(subflows(...packets)).toMatchObject([
      { newBytes: 100, reinjectedBytes: 0 },
      { newBytes: 0, reinjectedBytes: 100, repeatedBytes: 0 },
    ]);
    expect(connectionOf(...packets).toServer).toMatchObject({ bytes: 100, reinjectedBytes: 100 });
  });

  it('tells where its gaps are, and whether the other end has what is missing', () => {
    const packets = [
      ...[...open, data({ offset: 0, length: 100 }), data({ offset: 150, length: 50 })],
      data({ offset: 300, length: 10 }),
      { ...toClient, options: dataAck(310) },
    ];
    expect(connectionOf(...packets).toServer).toMatchObject({
      ...{ bytes: 160, contiguous: false, gapCount: 2, missingBytes: 150, acknowledged: 310 },
      gaps: [
        { start: 100, end: 150 },
        { start: 200, end: 300 },
      ],
    });
    expect(codesOf(...packets)).toContain('path-not-captured');
  });

  it('is acknowledged by numbers of 8 bytes as by those of 4', () => {
    const packets = [...open, data({ offset: 0, length: 100 })];
    const wide = { ...toClient, options: `1e0c2003${dataSequence(60)}` };
    expect(connectionOf(...packets, wide).toServer.acknowledged).toBe(60);
    expect(
      connectionOf(...packets, { ...toClient, options: dataAck(60) }).toServer.acknowledged,
    ).toBe(60);
  });

  it('ends with DATA_FIN, which is no byte of it', () => {
    const packets = [
      data({ offset: 0, length: 100 }),
      {
        ...toServer,
        sequence: 1101,
        options: mapping({ offset: 100, at: -1, length: 0, fin: true }),
      },
      { ...toClient, options: dataAck(101) },
    ];
    expect(connectionOf(...open, ...packets).toServer).toMatchObject({
      ...{ bytes: 100, contiguous: true, dataFin: true, dataFinMs: 7000 },
      ...{ acknowledged: 101, firstAcknowledgedMs: 8000 },
    });
    expect(codesOf(...open, ...packets)).not.toContain('path-not-captured');
  });

  it('of the same packets captured at both ends counts once', () => {
    const packets = [...open, data({ offset: 0, length: 100 }), data({ offset: 100, length: 50 })];
    const files = ['client', 'server'].map((end) => captureOf(packets, end));
    const { connections, interfaces } = analyzeCaptureBytes(files);
    expect(interfaces.map(({ name }) => name)).toEqual(['client', 'server']);
    expect(connections).toHaveLength(1);
    expect(connections[0]!.toServer).toMatchObject({ bytes: 150, gapCount: 0 });
    expect(connections[0]!.subflows[0]!.toServer).toMatchObject({
      ...{ segments: 2, payloadBytes: 150, repeatedBytes: 0 },
      interfaces: [
        { interface: 0, payloadBytes: 150 },
        { interface: 1, payloadBytes: 150 },
      ],
    });
  });

  it('of one path in each capture is merged, with the interface of each subflow', () => {
    const files = [
      captureOf([...handshake, data({ offset: 0, length: 100 })], 'eth0'),
      captureOf(
        [...joinHandshake, data({ offset: 100, at: 0, length: 50 }, joinToServer)],
        'eth1',
        9,
      ),
    ];
    const { connections, findings } = analyzeCaptureBytes(files);
    expect(findings).toEqual([]);
    expect(connections[0]!.toServer).toMatchObject({ bytes: 150, contiguous: true });
    const by = connections[0]!.subflows.map(({ toServer: { interfaces } }) => interfaces);
    expect(by).toEqual([
      [{ interface: 0, payloadBytes: 100 }],
      [{ interface: 1, payloadBytes: 50 }],
    ]);
  });

  it('is bounded where a hostile capture has more gaps than are kept, which is said', () => {
    const packets = Array.from({ length: 3000 }, (_, index) =>
      data({ offset: 2 * index, length: 1 }),
    );
    const { gaps, gapCount } = connectionOf(...open, ...packets).toServer;
    expect([gaps.length, gapCount]).toEqual([100, 2999]);
    expect(codesOf(...open, ...packets)).toContain('too-many-gaps');
  });
});

describe('a DSS checksum', () => {
  /** The complement of the sum over sequence number, subflow's, length and payload of zeros. */
  const checksumOf = (offset: number, length: number) => {
    const words = [...(dataSequence(offset).match(/.{4}/g) ?? []).map((it) => parseInt(it, 16))];
    let sum = words.reduce((all, one) => all + one, offset + 1 + length);
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
    return (0xffff - sum).toString(16).padStart(4, '0');
  };
  it.each([
    ['valid', checksumOf(0, 100), 100, { valid: 1, wrong: 0, unchecked: 0 }],
    ['wrong', '1234', 100, { valid: 0, wrong: 1, unchecked: 0 }],
    [
      'unchecked where its bytes come in two segments',
      '1234',
      60,
      { valid: 0, wrong: 0, unchecked: 1 },
    ],
  ])('is %s', (_, checksum, payloadLength, counts) => {
    const segment = { ...data({ offset: 0, length: 100, checksum }), payloadLength };
    expect(connectionOf(...open, segment).checksums).toEqual(counts);
    expect(codesOf(...open, segment).includes('checksum-wrong')).toBe(counts.wrong > 0);
  });

  it('covers the upper half of an 8-byte sequence number', () => {
    const segment = data({ offset: 0, length: 100, wide: true, checksum: checksumOf(0, 100) });
    const upper = { ...segment, options: segment.options!.replace(/^(.{8})./, '$11') };
    expect(connectionOf(...open, segment).checksums.valid).toBe(1);
    expect(connectionOf(...open, upper).checksums.wrong).toBe(1);
  });

  it('covers an odd last byte, as if a zero came behind it', () => {
    const sum = 0xffff - parseInt(checksumOf(0, 3), 16) + 0x0102 + 0x0300;
    const checksum = (0xffff - ((sum & 0xffff) + (sum >>> 16))).toString(16).padStart(4, '0');
    const packets = [...open, data({ offset: 0, length: 3, checksum })];
    const frames = packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));
    frames.at(-1)!.data.splice(-3, 3, 1, 2, 3);
    const { connections } = analyzeCaptureBytes([{ name: 'odd', bytes: pcapFile(frames) }]);
    expect(connections[0]!.checksums).toEqual({ valid: 1, wrong: 0, unchecked: 0 });
  });

  it('is asked for by a flag of the handshake', () => {
    const [first, ...rest] = handshake;
    const asking = { ...first, options: '1e040181' };
    expect(connectionOf(asking, ...rest).checksumRequired).toBe(true);
    expect(connectionOf(...handshake).checksumRequired).toBe(false);
  });
});
