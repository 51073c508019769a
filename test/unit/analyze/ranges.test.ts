import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Budget } from '../../../src/analyze/budget.js';
import { Ranges } from '../../../src/analyze/ranges.js';

/** Where each of some subflows goes on, and how far. */
const steps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 }), fc.nat(12)), {
  maxLength: 60,
});

it('intervals added in any order are the set of their numbers, without touching each other', () => {
  fc.assert(
    fc.property(steps, (added) => {
      const ranges = new Ranges(new Budget());
      const numbers = new Set<number>();
      const ends = [0, 40, 80, 120];
      for (const [subflow, length, back] of added) {
        // Most go on where their subflow ended; some repeat, some leave a gap.
        const start = Math.max(0, ends[subflow]! + (back > 8 ? 6 - back : back === 8 ? 2 : 0));
        ends[subflow] = start + length;
        const own = Array.from({ length }, (_, at) => start + at);
        expect(ranges.add(start, start + length)).toBe(own.filter((it) => !numbers.has(it)).length);
        for (const number of own) numbers.add(number);
      }
      const sorted = [...numbers].sort((one, other) => one - other);
      expect(ranges.size).toBe(sorted.length);
      expect(ranges.starts).toEqual(sorted.filter((it) => !numbers.has(it - 1)));
      expect(ranges.ends).toEqual(sorted.filter((it) => !numbers.has(it + 1)).map((it) => it + 1));
    }),
    { numRuns: 2000 },
  );
});
