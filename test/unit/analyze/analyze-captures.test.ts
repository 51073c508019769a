import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes, analyzeCaptures } from '../../../src/analyze/analyze-captures.js';
import { Analyzer } from '../../../src/analyze/analyzer.js';
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

  it('take the memory of one chunk, however many come', () => {
    const { bytes } = both[1]!;
    const [header, records] = [bytes.subarray(0, 24), bytes.subarray(24)];
    const analyzer = new Analyzer([{ name: 'long' }]);
    const { reader } = analyzer.sources[0]!;
    const size = 5000;
    const memory = new Uint8Array(size);
    let [held, largest] = [0, 0];
    const feed = (chunk: Uint8Array) => {
      // One memory for all chunks, so that none can be kept but by a copy, which is counted.
      memory.set(chunk);
      analyzer.feed(0, memory.subarray(0, chunk.length));
      analyzer.run();
      held = Math.max(held, reader.window.bytes.length - reader.window.position);
      largest = Math.max(largest, reader.window.bytes.buffer.byteLength);
    };
    feed(header);
    for (let turn = 0; turn < 400; turn += 1) {
      for (let at = 0; at < records.length; at += size) feed(records.subarray(at, at + size));
    }
    analyzer.feed(0, null);
    expect(analyzer.finish().captures[0]).toMatchObject({ packets: 400 * 231 });
    expect(reader.window.offset).toBe(24 + 400 * records.length);
    const longest = 2000;
    expect(held).toBeLessThan(longest);
    // Room for both, twice: so it need not grow again for a byte.
    expect(largest).toBeLessThanOrEqual(2 * (size + longest));
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
