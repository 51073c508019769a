import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteSh } from '../../../src/render/quote.js';

test('sh reads quoted text back as it was', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), (texts) => {
      const script = `printf '%s\\0' ${texts.map(quoteSh).join(' ')}`;
      const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
      expect(read.split('\0').slice(0, -1)).toEqual(texts);
    }),
    { numRuns: 20 },
  );
});

test('plain words stay readable', () => {
  expect(quoteSh('net/ipv4/tcp_rmem')).toBe('net/ipv4/tcp_rmem');
  expect(quoteSh("it's")).toBe(String.raw`'it'\''s'`);
  expect(quoteSh('')).toBe("''");
});
