import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';
import {
  ack,
  captureOf,
  connectionOf,
  data,
  dataAck,
  handshake,
  joinHandshake,
  joinToClient,
  joinToServer,
  keyB,
  syn,
  synAck,
  toClient,
} from './crafted.js';

/** A capture of packets, each with the second it passed by. */
function seen(device: string, packets: readonly (readonly [number, Crafted])[]) {
  const frames = packets.map(([seconds, it]) => ({ data: ethernet(ipv4(it)), seconds }));
  return { name: `${device}.pcap`, device, bytes: pcapFile(frames) };
}

describe('a connection captured at both ends, two seconds apart', () => {
  const announcing = { ...toClient, options: '1e1030020a0000090000000000000000' };
  const client = seen('client', [
    ...([
      [0, syn],
      [4, synAck],
      [4, ack],
    ] as const),
    [9, announcing],
  ]);
  const server = seen('server', [
    ...([
      [2, syn],
      [2, synAck],
      [6, ack],
    ] as const),
    [7, announcing],
  ]);

  it.each([
    ['client', [client, server]],
    ['server', [server, client]],
  ])('has the RTT that the client saw, the %s named first', (_, captures) => {
    const { connections } = analyzeCaptureBytes(captures);
    expect(connections).toHaveLength(1);
    expect(connections[0]!.subflows[0]!.handshake).toMatchObject({
      ...{ rttMs: 4000, synRetransmissions: 0 },
    });
  });

  it('has each signal once', () => {
    const { connections } = analyzeCaptureBytes([client, server]);
    expect(connections[0]!.events).toMatchObject([{ type: 'add-addr', atMs: 7000 }]);
  });
});

describe('a connection captured at the server alone, its SYN not', () => {
  it('has its RTT from SYN/ACK to ACK', () => {
    const { connections } = analyzeCaptureBytes([captureOf([synAck, ack])]);
    expect(connections[0]!.subflows[0]!.handshake.rttMs).toBe(1000);
  });
});

describe('a join that another clock puts before the handshake it needs', () => {
  it('belongs to the connection all the same, its HMACs right', () => {
    const files = [captureOf(handshake, 'eth0', 100), captureOf(joinHandshake, 'eth1')];
    const { connections, findings } = analyzeCaptureBytes(files);
    expect(connections).toHaveLength(1);
    expect(connections[0]!.subflows.map(({ kind }) => kind)).toEqual(['initial', 'join']);
    expect(connections[0]!.subflows[1]!.handshake).toMatchObject({
      ...{ token: 'valid', hmac: { synAck: 'valid', ack: 'valid' } },
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ['4 bytes', false],
    ['8 bytes', true],
  ])('has its data in its place by numbers of %s, though the keys come later', (_, wide) => {
    const mapped = data({ offset: 125, at: 25, length: 60, wide }, joinToServer);
    const joined = [
      ...[...joinHandshake, data({ offset: 100, at: 0, length: 25, wide }, joinToServer)],
      { ...mapped, payloadLength: 25 },
    ];
    const rest = { ...joinToServer, sequence: 1001 + 50, payloadLength: 35 };
    const { connections } = analyzeCaptureBytes([
      captureOf([...handshake, data({ offset: 0, length: 100 })], 'eth0', 100),
      captureOf(joined, 'eth1'),
      captureOf([rest], 'eth1, later', 200),
    ]);
    const [{ toServer: whole, subflows }] = connections as [(typeof connections)[number]];
    expect(whole).toMatchObject({ bytes: 185, start: 0, contiguous: true });
    const { timeline } = subflows[1]!.toServer;
    expect(timeline.map(({ dataOffset }) => dataOffset)).toEqual([125, 150, 185]);
  });
});

describe("a join that is seen before the handshake, with the server's data", () => {
  it.each([
    ['4 bytes', false],
    ['8 bytes', true],
  ])('has that in its place by numbers of %s, which the key moves', (_, wide) => {
    const sent = (offset: number, length: number) => ({
      ...data({ offset, at: offset - 100, length, wide, key: keyB }, joinToClient),
      ...{ sequence: 5001 + offset - 100, payloadLength: 25 },
    });
    const rest = { ...joinToClient, sequence: 5001 + 50, payloadLength: 35 };
    const { connections } = analyzeCaptureBytes([
      captureOf(handshake, 'eth0', 100),
      captureOf([...joinHandshake, sent(100, 25), sent(125, 60)], 'eth1'),
      captureOf([rest], 'eth1, later', 200),
    ]);
    const [{ toClient: whole, subflows }] = connections as [(typeof connections)[number]];
    expect(whole).toMatchObject({ bytes: 85, start: 100, end: 185, missingBytes: 100 });
    const { timeline } = subflows[1]!.toClient;
    expect(timeline.map(({ dataOffset }) => dataOffset)).toEqual([125, 150, 185]);
  });
});

describe('a SYN/ACK that is seen before its SYN', () => {
  it.each([1000, 0x7fff_ffff, 0xffff_ffff])('belongs to it at sequence number %i', (sequence) => {
    const first = (sequence + 1) % 2 ** 32;
    const packets = [
      ...[
        { ...synAck, acknowledgement: first },
        { ...syn, sequence },
        { ...ack, sequence: first },
      ],
      { ...data({ offset: 0, length: 100 }), sequence: first },
    ];
    const { connections } = analyzeCaptureBytes([captureOf(packets)]);
    expect(connections).toHaveLength(1);
    expect(connections[0]).toMatchObject({
      ...{ version: 1, toServer: { bytes: 100, start: 0 } },
      subflows: [{ toServer: { newBytes: 100, mappedSegments: 1 } }],
    });
  });
});

describe('what a join showed before the handshake it needs', () => {
  const checked = (offset: number) =>
    data({ offset, at: offset, length: 10, wide: true, checksum: '1234' }, joinToServer);
  const inParts = { ...checked(10), payloadLength: 5 };
  const removing = Array.from({ length: 1010 }, () => ({ ...joinToServer, options: '1e04400203' }));
  const scattered = Array.from({ length: 1500 }, (_, at) =>
    data({ offset: 100 + 3 * at, length: 2, wide: true }, joinToServer),
  );
  const joined = [...joinHandshake, checked(0), inParts, ...removing, ...scattered];
  const whenAt = (at: number) => {
    const files = [captureOf(handshake, 'eth0', at), captureOf(joined, 'eth1', 10)];
    return analyzeCaptureBytes(files).connections[0]!;
  };
  const [after, before] = [whenAt(5000), whenAt(0)];

  it('counts like what it shows after it: checksums, and signals beyond those that are kept', () => {
    expect(before.checksums).toEqual({ valid: 0, wrong: 1, unchecked: 1 });
    expect(after.checksums).toEqual(before.checksums);
    expect([before.events.length, before.eventsLeftOut]).toEqual([1000, 10]);
    expect([after.events.length, after.eventsLeftOut]).toEqual([1000, 10]);
  });

  it('has the gaps that were forgotten', () => {
    expect(before.toServer).toMatchObject({ bytes: 3015, gapCount: 1500 });
    const { bytes, gapCount, missingBytes } = before.toServer;
    expect(after.toServer).toMatchObject({ bytes, gapCount, missingBytes });
  });
});

describe('a connection whose handshake is in no capture', () => {
  const mapped = [0, 100, 200].map((offset) => data({ offset, length: 100 }));

  it('has the data of its mappings from the second on, which tells where they start', () => {
    const { connections } = analyzeCaptureBytes([captureOf(mapped)]);
    expect(connections[0]!.toServer).toMatchObject({ bytes: 200, contiguous: true });
  });

  it('goes on where numbers of 8 bytes follow those of 4', () => {
    const widened = [
      ...mapped.slice(0, 2),
      ...[200, 300].map((offset) => data({ offset, length: 100, wide: true })),
    ];
    const { connections } = analyzeCaptureBytes([captureOf(widened)]);
    expect(connections[0]!.toServer).toMatchObject({ bytes: 300, contiguous: true });
  });

  it('has no checksum called wrong, as half of what it covers is not known', () => {
    const checked = [0, 100, 200].map((offset) => data({ offset, length: 100, checksum: '1234' }));
    const { connections } = analyzeCaptureBytes([captureOf(checked)]);
    expect(connections[0]!.checksums).toEqual({ valid: 0, wrong: 0, unchecked: 2 });
  });

  it('has no place for data of an infinite mapping, of which is not known where it starts', () => {
    const infinite = { ...data({ offset: 40, at: 40, length: 0 }), payloadLength: 100 };
    const { toServer: whole, subflows } = connectionOf(mapped[0]!, { ...infinite, sequence: 1101 });
    expect(whole.bytes).toBe(0);
    expect(subflows[0]!.toServer).toMatchObject({ newBytes: 200, infiniteMapping: true });
  });

  it('is answered where data acknowledgements came back', () => {
    const acknowledging = { ...toClient, options: dataAck(0) };
    const { connections } = analyzeCaptureBytes([captureOf([syn, acknowledging])]);
    expect(connections[0]!.subflows[0]!.state).not.toBe('unanswered');
    // Acknowledged is what cannot be placed yet.
    expect(connections[0]!.toServer).toMatchObject({
      ...{ acknowledged: null, firstAcknowledgedMs: null },
    });
  });
});
