import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { block } from '../../helpers/fuzz-bases.js';
import { ethernet, ipv4, pcapFile } from '../verify/packets.js';

/** When a packet was captured, as the file has it, and the port that it comes from. */
type Timed = readonly [seconds: number, fraction: number, port: number];

/** A capture of SYNs of plain TCP. */
function fileOf(packets: readonly Timed[], magic = 0xa1b2c3d4) {
  const frames = packets.map(([seconds, , fromPort]) => ({
    ...{ seconds, data: ethernet(ipv4({ flags: 2, fromPort })) },
  }));
  const bytes = pcapFile(frames, { magic });
  const view = new DataView(bytes.buffer);
  packets.forEach(([, fraction], index) => {
    view.setUint32(24 + index * (16 + frames[0]!.data.length) + 4, fraction, true);
  });
  return { name: 'a.pcap', bytes };
}

const portsOf = (...files: readonly ReturnType<typeof fileOf>[]) =>
  analyzeCaptureBytes(files).plainTcp.listed.map(({ client }) => client.port);

describe('packets of two files', () => {
  const odd = fileOf([1, 3, 5].map((it) => [9, it * 100, it] as const));
  const even = fileOf([2, 4, 6].map((it) => [9, it * 100, it] as const));

  it('within one second are taken in turn, whichever file is named first', () => {
    expect(portsOf(odd, even)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(portsOf(even, odd)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of one time are taken file by file, as they are named', () => {
    const two = fileOf([
      [9, 100, 1],
      [9, 100, 2],
      [9, 101, 3],
    ]);
    const one = fileOf([[9, 100, 4]]);
    expect(portsOf(two, one)).toEqual([1, 2, 4, 3]);
    expect(portsOf(one, two)).toEqual([4, 1, 2, 3]);
  });

  it.each([
    ['microseconds', 0xa1b2c3d4, 1_500_000],
    ['nanoseconds', 0xa1b23c4d, 1_500_000_000],
  ])('are in order though a fraction of %s is more than a second', (_, magic, fraction) => {
    const late = fileOf([[8, fraction, 1]], magic);
    const early = fileOf([[9, 100, 2]]);
    expect(portsOf(late, early)).toEqual([2, 1]);
    expect(analyzeCaptureBytes([late]).startedAt).toBe('9.500000000');
  });

  it('of one time are so though a pcapng unit rounds up to the whole second', () => {
    const packet = Uint8Array.from(ethernet(ipv4({ flags: 2, fromPort: 1 })));
    const sizes = [packet.length, packet.length];
    // A resolution of 2^-32 s.
    const bytes = Buffer.concat([
      block(0x0a0d0d0a, [0x1a2b3c4d, 1, 0xffffffff, 0xffffffff]),
      block(1, [1, 0, (1 << 16) | 9, 0xa0]),
      block(6, [0, 0, 0xffffffff, ...sizes], packet),
    ]);
    expect(portsOf(fileOf([[1, 0, 2]]), { name: 'rounded', bytes })).toEqual([2, 1]);
  });
});
