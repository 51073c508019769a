import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../../src/analyze/analyze-captures.js';
import { block } from '../../helpers/fuzz-bases.js';
import { ethernet, ipv4 } from '../verify/packets.js';

const section = block(0x0a0d0d0a, [0x1a2b3c4d, 1, 0xffffffff, 0xffffffff]);
const packet = Uint8Array.from(ethernet(ipv4({ flags: 2, options: '1e040101' })));
const sizes = [packet.length, packet.length] as const;
/** An Ethernet interface with options in whole words. */
const nic = (...options: readonly number[]) => block(1, [1, 0, ...options]);
const named = (name: string) => [(4 << 16) | 2, Buffer.from(name).readUInt32LE()] as const;
const enhanced = (number: number, time = 0) => block(6, [number, 0, time, ...sizes], packet);

const analyze = (...blocks: readonly Uint8Array[]) =>
  analyzeCaptureBytes([{ name: 'a', bytes: Buffer.concat([section, ...blocks]) }]);

describe('a pcapng file', () => {
  it.each([
    ['microseconds where the interface names no unit', [], 5_000_007, '5.000007000'],
    ['powers of 10', [(1 << 16) | 9, 3], 5007, '5.007000000'],
    ['powers of 2', [(1 << 16) | 9, 0x8a], 5 * 1024 + 512, '5.500000000'],
    ['whole seconds that are added', [(8 << 16) | 14, 100, 0], 5_000_007, '105.000007000'],
    ['whole seconds taken off', [(8 << 16) | 14, -2 >>> 0, -1 >>> 0], 5_000_007, '3.000007000'],
  ])('has its times in %s', (_, options, time, startedAt) => {
    expect(analyze(nic(...options), enhanced(0, time)).startedAt).toBe(startedAt);
  });

  it('numbers its interfaces anew in each section', () => {
    const { interfaces } = analyze(
      ...[nic(...named('eth0')), enhanced(0), section],
      ...[nic(...named('eth1')), enhanced(0), enhanced(0)],
    );
    expect(interfaces).toMatchObject([
      { name: 'eth0', packets: 1 },
      { name: 'eth1', packets: 2 },
    ]);
  });

  it.each([
    ['simple blocks, which have no time', block(3, [packet.length], packet)],
    ['blocks of the obsolete kind', block(2, [0, 0, 0, ...sizes], packet)],
  ])('may have its packets in %s', (_, blockOfPacket) => {
    const { connections, captures } = analyze(nic(), blockOfPacket);
    expect(captures[0]?.packets).toBe(1);
    expect(connections).toHaveLength(1);
  });

  it('dropped what the interface and what the system dropped', () => {
    const counts = [(8 << 16) | 5, 3, 0, (8 << 16) | 7, 4, 0];
    const { interfaces } = analyze(nic(), enhanced(0), block(5, [0, 0, 0, ...counts]));
    expect(interfaces[0]?.droppedPackets).toBe(7);
  });

  it('with a block longer than any packet is read no further, and one of no known kind passed over', () => {
    const claiming = (type: number) => {
      const long = block(type, [0, 0, 0]);
      long.writeUInt32LE(2 ** 28, 4);
      return analyze(nic(), enhanced(0), long);
    };
    expect(claiming(6).findings[0]?.message).toContain('a block claims 268435456 bytes');
    expect(claiming(0x0bad).findings[0]?.message).toMatch(/ends within/);
  });

  it('with more interfaces than any machine has is read no further', () => {
    const { findings } = analyze(...Array.from({ length: 4097 }, () => nic()));
    expect(findings[0]?.message).toContain('too many interfaces');
  });
});
