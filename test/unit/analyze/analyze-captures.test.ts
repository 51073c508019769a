import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes, analyzeCaptures } from '../../../src/analyze/analyze-captures.js';
import { fixture } from '../verify/evidence.js';

const capture = (name: string) => ({ name, bytes: fixture(name) });
const both = [capture('ipv4-enp0s3.pcap'), capture('ipv4-enp0s8.pcap')];

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

describe('the captures of a real connection over two paths', () => {
  it('show one connection with the keys, tokens and both subflows', () => {
    const { connections, plainTcp } = analyzeCaptureBytes(both);
    expect(connections).toHaveLength(1);
    expect(plainTcp.connections).toBe(0);
    expect(connections[0]).toMatchObject({
      version: 1,
      fallback: null,
      // Tokens and sequence numbers computed by Python's hashlib from the keys.
      client: { key: 'a1fd42b2205e0dc5', token: '214d0d78' },
      server: { key: '11b4e4b969214086', token: 'b1455363' },
      toServer: { bytes: 400_000, start: 0, end: 400_000, contiguous: true, gapCount: 0 },
      subflows: [
        { kind: 'initial', state: 'closed', toServer: { newBytes: 154_784, mappedSegments: 45 } },
        {
          ...{ kind: 'join', state: 'closed', toServer: { newBytes: 245_216 } },
          client: { address: '192.168.20.20', addressId: 1 },
          handshake: { token: 'valid', hmac: { synAck: 'valid', ack: 'valid' } },
        },
      ],
    });
  });

  it('are the same in whatever chunks they come', async () => {
    const whole = analyzeCaptureBytes(both);
    for (const size of [1, 7, 100, 4096]) {
      const chunked = both.map(({ name, bytes }) => ({ name, chunks: chunksOf(bytes, size) }));
      expect(await analyzeCaptures(chunked)).toEqual(whole);
    }
  });

  it('take the memory of one chunk, however many come', async () => {
    const { bytes } = both[1]!;
    const records = bytes.subarray(24);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let packets = 0;
    async function* endless() {
      yield bytes;
      for (; packets < 500_000; packets += 231) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield* chunksOf(records, 5000);
      }
    }
    const { captures } = await analyzeCaptures([{ name: 'long', chunks: endless() }]);
    expect(captures[0]?.packets).toBe(packets + 231);
    expect(captures[0]?.bytes).toBeGreaterThan(55e6);
    expect(most).toBeLessThan(8e6);
  });

  it('of one path only hold a join whose HMAC cannot be checked', () => {
    const { connections, findings } = analyzeCaptureBytes(both.slice(1));
    expect(connections[0]).toMatchObject({
      ...{ version: null, server: { key: null, token: 'b1455363' } },
      subflows: [{ handshake: { token: 'unknown', hmac: { synAck: 'unchecked' } } }],
    });
    expect(findings.map(({ code }) => code)).toContain('join-without-connection');
    expect(findings.map(({ code }) => code)).toContain('path-not-captured');
  });

  it('given twice, as from both ends, count once', () => {
    const [one] = analyzeCaptureBytes(both).connections;
    const [two] = analyzeCaptureBytes([
      ...both,
      ...both.map(({ bytes }, index) => ({ name: `server ${index}`, bytes })),
    ]).connections;
    expect(two?.toServer).toEqual(one?.toServer);
    const bytes = (it: typeof one) => it?.subflows.map(({ toServer }) => toServer.payloadBytes);
    expect(bytes(two)).toEqual(bytes(one));
    expect(two?.subflows.map(({ toServer }) => toServer.repeatedBytes)).toEqual([0, 0]);
  });
});
