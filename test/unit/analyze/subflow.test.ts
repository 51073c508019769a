import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { ethernet, ipv4, ipv6, pcapFile, type Crafted } from '../verify/packets.js';
import {
  ack,
  analyze,
  codesOf,
  connectionOf,
  data,
  handshake,
  joinHandshake,
  joinSyn,
  syn,
  synAck,
  toClient,
  toServer,
} from './crafted.js';

const open = [...handshake, ...joinHandshake];
const initialOf = (...packets: readonly Crafted[]) => connectionOf(...packets).subflows[0]!;

describe('a subflow', () => {
  it('has its addresses, ports, address ids and interface', () => {
    const { subflows } = connectionOf(...open);
    expect(subflows).toMatchObject([
      {
        ...{ kind: 'initial', openedBy: 'client', state: 'established' },
        client: { address: '10.0.0.1', port: 40_000, addressId: 0 },
        server: { address: '10.0.0.2', port: 5001, addressId: 0 },
        handshake: { syn: { interface: 0 }, rttMs: 1000 },
      },
      {
        ...{ kind: 'join', state: 'established' },
        client: { address: '10.1.0.1', port: 41_000, addressId: 1 },
        handshake: { token: 'valid', hmac: { synAck: 'valid', ack: 'valid' } },
      },
    ]);
  });

  it('over IPv6 has its addresses as RFC 5952 writes them', () => {
    const { connections } = analyzeCaptureBytes([
      { name: 'a', bytes: pcapFile([{ data: ethernet(ipv6({ flags: 2, options: '1e040101' })) }]) },
    ]);
    expect(connections[0]!.subflows[0]).toMatchObject({
      ...{ client: { address: 'fd00::1' }, server: { address: 'fd00::2' } },
    });
  });

  it('has the time from SYN to SYN/ACK, none where a SYN was sent twice', () => {
    expect(initialOf(...handshake).handshake.rttMs).toBe(1000);
    expect(initialOf(syn, syn, synAck, ack).handshake).toMatchObject({
      ...{ rttMs: null, synRetransmissions: 1 },
    });
  });

  it('has a timeline of its data, the last segment always in it', () => {
    const parts = [0, 100, 200].map((offset) => data({ offset, length: 100 }));
    expect(initialOf(...handshake, ...parts).toServer.timeline).toEqual([
      { atMs: 3000, dataOffset: 100, bytes: 100 },
      { atMs: 4000, dataOffset: 200, bytes: 200 },
      { atMs: 5000, dataOffset: 300, bytes: 300 },
    ]);
    const many = Array.from({ length: 5000 }, (_, at) => data({ offset: 10 * at, length: 10 }));
    const { timeline } = initialOf(...handshake, ...many).toServer;
    expect(timeline.length).toBeLessThanOrEqual(512);
    expect(timeline.at(-1)).toMatchObject({ dataOffset: 50_000, bytes: 50_000 });
  });

  it.each([
    ['unanswered', [joinSyn(), joinSyn(), joinSyn()]],
    ['refused', [joinSyn(), { ...joinHandshake[1], flags: 20, options: '' }]],
    ['half-open', joinHandshake.slice(0, 2)],
    ['established', joinHandshake],
    ['reset', [...joinHandshake, { ...joinHandshake[1], flags: 20, options: '' }]],
  ] as const)('is %s as far as it got', (state, packets) => {
    const [, join] = connectionOf(...handshake, ...packets).subflows;
    expect(join?.state).toBe(state);
  });

  it('is kept alive by a byte that was sent before, which is no data', () => {
    const keepAlive = { ...toServer, sequence: 1000, payloadLength: 1 };
    const { toServer: sent } = initialOf(...handshake, keepAlive);
    expect(sent).toMatchObject({ segments: 0, payloadBytes: 0, repeatedBytes: 0 });
  });

  it('is closed when both ends sent FIN', () => {
    const ends = [toServer, toClient].map((it) => ({ ...it, flags: 17 }));
    expect(initialOf(...handshake, ...ends).state).toBe('closed');
  });

  it('whose SYN is sent again and again without an answer shows a blackhole', () => {
    const { findings } = analyze(...handshake, joinSyn(), joinSyn(), joinSyn());
    expect(findings).toMatchObject([{ code: 'syn-unanswered', severity: 'problem' }]);
    expect(findings[0]!.message).toContain('sent 3 time(s) and not answered');
  });
});

describe('what the captures cannot show is said:', () => {
  const frames = (packets: readonly Crafted[]) =>
    packets.map((it, seconds) => ({ data: ethernet(ipv4(it)), seconds }));

  it('the options that the snap length cut', () => {
    const [first, ...rest] = frames([...handshake, data({ offset: 0, length: 100 })]);
    const cut = { ...rest.at(-1)!, data: rest.at(-1)!.data.slice(0, 58), originalLength: 174 };
    const { findings } = analyzeCaptureBytes([
      { name: 'a', bytes: pcapFile([first!, ...rest.slice(0, -1), cut]) },
    ]);
    expect(findings.map(({ code }) => code)).toContain('options-cut');
  });

  it('the handshake that is in no capture', () => {
    const options = '1e0e200400000001000000010064';
    expect(codesOf({ ...toServer, payloadLength: 100, options })).toContain('handshake-missing');
  });

  it('the connection of a join, where one path only was captured', () => {
    expect(codesOf(...joinHandshake)).toContain('join-without-connection');
  });

  it('segments that were captured before the network card cut them up', () => {
    const huge = data({ offset: 0, length: 20_000 });
    expect(codesOf(...handshake, huge)).toContain('segments-before-offload');
  });

  it('bytes that were acknowledged and are not in the capture', () => {
    const acknowledged = { ...toClient, acknowledgement: 1001 + 500 };
    expect(codesOf(...handshake, data({ offset: 0, length: 100 }), acknowledged)).toContain(
      'data-missing',
    );
  });

  it('the way back that was not captured', () => {
    expect(codesOf(syn, ack, data({ offset: 0, length: 100 }))).toContain('one-direction-only');
  });

  it('the parts of a fragmented segment', () => {
    const [packet] = frames([{ ...toServer, payloadLength: 40 }]);
    const fragment = [...packet!.data];
    fragment[14 + 6] = 0x20;
    expect(
      analyzeCaptureBytes([{ name: 'a', bytes: pcapFile([{ data: fragment }]) }]).findings.map(
        ({ code }) => code,
      ),
    ).toContain('fragments');
  });

  it('connections beyond those that are kept apart', () => {
    const packets = Array.from({ length: 16_400 }, (_, at) => ({
      ...{ ...syn, from: `10.2.${at >> 8}.${at & 255}` },
    }));
    const { connections, findings } = analyze(...packets);
    expect(connections).toHaveLength(16_384);
    expect(findings.map(({ code }) => code)).toContain('too-many-connections');
  }, 30_000);
});
