import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from '../../src/verify/judge.js';
import { readPcap } from '../../src/verify/pcap.js';
import { decodeTcp } from '../../src/verify/tcp-segment.js';
import { evidenceOf, fixture } from '../unit/verify/evidence.js';

const capture = fixture('ipv4-enp0s8.pcap');

function decodeAll(file: Uint8Array): number {
  let segments = 0;
  for (const item of readPcap(file)) if (item.type === 'frame' && decodeTcp(item)) segments += 1;
  return segments;
}

it('a capture cut anywhere is read up to the cut and says that it was cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: capture.length }), (length) => {
      const items = [...readPcap(capture.subarray(0, length))];
      const frames = items.filter(({ type }) => type === 'frame');
      const bytes = frames.reduce(
        (sum, it) => sum + 16 + (it.type === 'frame' ? it.data.length : 0),
        24,
      );
      expect(items.length > frames.length).toBe(length !== bytes);
    }),
  );
});

it('no bytes make the decoders throw or never end', () => {
  const changes = fc.array(fc.tuple(fc.nat(capture.length - 1), fc.nat(255)), { maxLength: 40 });
  fc.assert(
    fc.property(changes, (edits) => {
      const file = Uint8Array.from(capture);
      for (const [offset, value] of edits) file[offset] = value;
      expect(decodeAll(file)).toBeLessThan(capture.length / 16);
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
