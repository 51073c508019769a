import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { judge } from '../../src/verify/judge.js';
import { evidenceOf, fixture } from '../unit/verify/evidence.js';

const capture = fixture('ipv4-enp0s8.pcap');

it('a capture cut anywhere is read up to the cut and says that it was cut', () => {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.byteLength);
  const ends = [24];
  for (let at = 24; at < capture.length;) ends.push((at += 16 + view.getUint32(at + 8, true)));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: capture.length }), (length) => {
      const bytes = capture.subarray(0, length);
      const { captures, findings } = analyzeCaptureBytes([{ name: 'a', bytes }]);
      const isDamaged = findings.some(({ code }) =>
        ['not-a-capture', 'file-damaged'].includes(code),
      );
      expect(isDamaged).toBe(!ends.includes(length));
      expect(captures[0]?.packets).toBe(
        Math.max(0, ends.filter((end) => end <= length).length - 1),
      );
    }),
  );
});

it('no capture makes the judge throw, and a damaged one never passes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
      const loaded = evidenceOf();
      const captures = new Map([...loaded.captures, ['enp0s8.pcap', file]]);
      expect(judge({ ...loaded, captures }).status).toBe('inconclusive');
    }),
  );
});

it('changed bytes of a capture never make the judge throw', () => {
  const changes = fc.array(fc.tuple(fc.nat(capture.length - 1), fc.nat(255)), { maxLength: 40 });
  fc.assert(
    fc.property(changes, (edits) => {
      const file = Uint8Array.from(capture);
      for (const [offset, value] of edits) file[offset] = value;
      const loaded = evidenceOf();
      const captures = new Map([...loaded.captures, ['enp0s8.pcap', file]]);
      expect(judge({ ...loaded, captures }).rungs.length).toBeGreaterThan(1);
    }),
  );
});
