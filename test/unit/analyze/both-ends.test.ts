import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { ethernet, ipv4, pcapFile, type Crafted } from '../verify/packets.js';
import { ack, captureOf, handshake, joinHandshake, syn, synAck, toClient } from './crafted.js';

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
});
