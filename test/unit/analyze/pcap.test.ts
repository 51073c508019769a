import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes, analyzeCaptures } from '../../../src/analyze/analyze-captures.js';
import { fixture } from '../verify/evidence.js';
import { pcapFile } from '../verify/packets.js';

const analyze = (bytes: Uint8Array) => analyzeCaptureBytes([{ name: 'a.pcap', bytes }]);
const messages = (bytes: Uint8Array) => analyze(bytes).findings.map(({ message }) => message);

const twoFrames = [{ data: [1, 2, 3], seconds: 5, originalLength: 1500 }, { data: [] }];

describe('a pcap file', () => {
  it.each([
    ['little endian with microseconds', 0xa1b2c3d4, true, '5.000007000'],
    ['big endian with microseconds', 0xa1b2c3d4, false, '5.000007000'],
    ['little endian with nanoseconds', 0xa1b23c4d, true, '5.000000007'],
    ['big endian with nanoseconds', 0xa1b23c4d, false, '5.000000007'],
  ])('is read %s', (_, magic, littleEndian, startedAt) => {
    const file = pcapFile(twoFrames.slice(0, 1), { magic, littleEndian, linkType: 276 });
    const { captures, interfaces, ...analysis } = analyze(file);
    expect(analysis.startedAt).toBe(startedAt);
    expect(captures).toMatchObject([{ format: 'pcap', packets: 1 }]);
    expect(interfaces).toMatchObject([{ linkType: 276, snapLength: 262_144, packets: 1 }]);
  });

  it('written by dumpcap is read whole', () => {
    const { captures, findings } = analyze(fixture('ipv4-enp0s8.pcap'));
    expect(captures[0]?.packets).toBe(231);
    expect(findings.map(({ code }) => code)).not.toContain('file-damaged');
  });

  it('without packets holds none and is not damaged', () => {
    expect(analyze(pcapFile([]))).toMatchObject({ findings: [], captures: [{ packets: 0 }] });
  });

  it('that is no capture says how it starts', () => {
    const file = new TextEncoder().encode('<html>no capture here</html>');
    expect(messages(file)).toEqual([expect.stringMatching(/^a\.pcap: .*0x3c68746d/)]);
  });

  it.each([
    [0, /^a\.pcap: the file is empty$/],
    [23, /^a\.pcap: the file ends within its header/],
    [30, /^a\.pcap: the file ends within a record at byte 24/],
    [41, /^a\.pcap: the file ends within a record at byte 24/],
  ])('cut after %i bytes says so', (length, message) => {
    const { findings } = analyze(pcapFile(twoFrames).subarray(0, length));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(message);
  });

  it('is the same in any chunks, though each takes the memory of the one before', async () => {
    const long = { data: Array.from({ length: 10_000 }, (_, index) => index % 251) };
    const file = pcapFile([...twoFrames, long, ...twoFrames]);
    const [begin, end] = [24 + 2 * 16 + 3, 24 + 3 * 16 + 3 + 10_000];
    for (const cuts of [
      [begin + 100, end],
      [begin + 100, end + 5],
      [begin, begin + 16, end],
    ]) {
      const chunks = inOneMemory(file, cuts);
      expect(await analyzeCaptures([{ name: 'a.pcap', chunks }])).toEqual(analyze(file));
    }
  });

  it('whose record claims a length no packet has is read no further', () => {
    const file = pcapFile(twoFrames);
    new DataView(file.buffer).setUint32(32, 0xffffffff, true);
    expect(messages(file)).toEqual([
      expect.stringContaining('a record claims 4294967295 bytes at byte 24'),
    ]);
  });
});

function* inOneMemory(file: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const memory = new Uint8Array(file.length);
  for (const [index, cut] of [...cuts, file.length].entries()) {
    const part = file.subarray(cuts[index - 1] ?? 0, cut);
    memory.fill(0xaa).set(part);
    yield memory.subarray(0, part.length);
  }
}
