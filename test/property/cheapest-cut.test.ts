import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShapedEgress } from '../../src/model/plan.js';
import { cheapestCut } from '../../src/verify/cheapest-cut.js';

const interfaces = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
  .map((rates): ShapedEgress[] =>
    rates.map((rateMbit, index) => ({ node: `n${index}`, device: 'enp0s3', rateMbit })),
  );

const shapedPaths = interfaces.chain((all) =>
  fc.array(fc.subarray(all, { minLength: 1 }), { maxLength: 6 }).map((paths) => ({ all, paths })),
);

const sum = (egress: readonly ShapedEgress[]) =>
  egress.reduce((total, { rateMbit }) => total + rateMbit, 0);

/** Every set of interfaces. */
const subsets = (all: readonly ShapedEgress[]) =>
  Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_egress, index) => bits & (1 << index)),
  );

describe('the cheapest cut of shaped paths', () => {
  it('costs what the cheapest of all sets does that has an interface of each path', () => {
    fc.assert(
      fc.property(shapedPaths, ({ all, paths }) => {
        const cuts = subsets(all).filter((set) =>
          paths.every((path) => path.some((egress) => set.includes(egress))),
        );
        expect(cheapestCut(paths)).toBe(Math.min(...cuts.map(sum)));
      }),
    );
  });

  it('is none where a path crosses no shaped interface', () => {
    fc.assert(
      fc.property(shapedPaths, ({ paths }) => {
        expect(cheapestCut([...paths, []])).toBeNull();
      }),
    );
  });
});
