import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPcap } from '../../../src/verify/pcap.js';
import { pcapFile } from './packets.js';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/captures/${name}`, import.meta.url)));
const damages = (file: Uint8Array) =>
  [...readPcap(file)].flatMap((item) => (item.type === 'damage' ? item.message : []));

const twoFrames = [{ data: [1, 2, 3], seconds: 5, originalLength: 1500 }, { data: [] }];

describe('a pcap file', () => {
  it.each([
    ['little endian with microseconds', 0xa1b2c3d4, true, 5_000_007_000n],
    ['big endian with microseconds', 0xa1b2c3d4, false, 5_000_007_000n],
    ['little endian with nanoseconds', 0xa1b23c4d, true, 5_000_000_007n],
    ['big endian with nanoseconds', 0xa1b23c4d, false, 5_000_000_007n],
  ])('is read %s', (_, magic, littleEndian, timestampNs) => {
    const frames = [...readPcap(pcapFile(twoFrames, { magic, littleEndian, linkType: 276 }))];
    expect(frames).toHaveLength(2);
    expect(frames[0]).toMatchObject({
      ...{ type: 'frame', timestampNs, linkType: 276, originalLength: 1500 },
      data: Uint8Array.from([1, 2, 3]),
    });
  });

  it('written by dumpcap is read whole', () => {
    const frames = [...readPcap(fixture('ipv4-enp0s8.pcap'))];
    expect(frames).toHaveLength(231);
    expect(damages(fixture('ipv4-enp0s8.pcap'))).toEqual([]);
  });

  it('without packets holds none and is not damaged', () => {
    expect([...readPcap(pcapFile([]))]).toEqual([]);
  });

  it('that is no pcap file says how it starts', () => {
    expect(damages(new TextEncoder().encode('<html>no capture here</html>'))).toEqual([
      'no pcap file: it starts with 0x3c68746d',
    ]);
  });

  it.each([
    [0, 'the file ends within its header'],
    [23, 'the file ends within its header'],
    [30, 'the file ends within a record header at byte 24'],
    [41, 'the file ends within a packet at byte 24'],
  ])('cut after %i bytes says where', (length, message) => {
    expect(damages(pcapFile(twoFrames).subarray(0, length))).toEqual([message]);
  });

  it('whose record claims a length no packet has is read no further', () => {
    const file = pcapFile(twoFrames);
    new DataView(file.buffer).setUint32(32, 0xffffffff, true);
    expect(damages(file)).toEqual(['a record claims 4294967295 bytes at byte 24']);
  });
});
