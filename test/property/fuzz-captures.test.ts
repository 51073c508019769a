import { describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { asPcapng, fuzzBases } from '../helpers/fuzz-bases.js';
import { fuzzCaptures } from '../helpers/fuzz-captures.js';
import { fixture } from '../unit/verify/evidence.js';

describe('a capture', () => {
  it(
    'that was changed anywhere is analysed to its end, the same in any chunks',
    { timeout: 120_000 },
    () => {
      const { failures, findings } = fuzzCaptures({ seed: 1, runs: 1000, captures: fuzzBases() });
      expect(failures).toEqual([]);
      expect(Object.keys(findings).length).toBeGreaterThan(10);
    },
  );

  it('shows the same as pcap and as pcapng', () => {
    const pcap = fixture('ipv4-enp0s8.pcap');
    const [one, other] = [pcap, asPcapng(pcap)].map((bytes) => {
      const { connections, durationMs } = analyzeCaptureBytes([{ name: 'it', bytes }]);
      return { connections, durationMs };
    });
    expect(other).toEqual(one);
  });

  it('split by its packets shows the same as whole', () => {
    const pcap = fixture('ipv4-enp0s8.pcap');
    const whole = analyzeCaptureBytes([{ name: 'it', bytes: pcap }]);
    const parts = split(pcap, 2).map((bytes, index) => ({ name: `part ${index}`, bytes }));
    const merged = analyzeCaptureBytes(parts);
    const shapes = [whole, merged].map(({ connections }) =>
      connections.map(({ toServer, toClient, server }) => ({ toServer, toClient, server })),
    );
    expect(shapes[1]).toEqual(shapes[0]);
  });
});

/** Packets dealt out to files in turn. */
function split(pcap: Uint8Array, files: number): Uint8Array[] {
  const view = new DataView(pcap.buffer, pcap.byteOffset, pcap.length);
  const parts = Array.from({ length: files }, () => [pcap.subarray(0, 24)]);
  for (let at = 24, turn = 0; at < pcap.length; turn += 1) {
    const end = at + 16 + view.getUint32(at + 8, true);
    parts[turn % files]?.push(pcap.subarray(at, end));
    at = end;
  }
  return parts.map((part) => Buffer.concat(part));
}
