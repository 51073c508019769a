import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/analyze/budget.js';
import { DataStream } from '../../src/analyze/data-stream.js';

/** Data sequence numbers, many of them about to wrap, in 64 bits or in the lower 32. */
const edges = [0n, 2n ** 31n, 2n ** 32n, 2n ** 63n, 2n ** 64n].map((edge) =>
  fc.bigInt({ min: edge - 300n, max: edge + 300n }),
);
const sequence = fc
  .oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), ...edges)
  .map((it) => BigInt.asUintN(64, it));

/** Offsets are exact below 2^53; sums of two are made here. */
const most = 2 ** 51;
const offset = fc.oneof(
  fc.integer({ min: -most, max: most }),
  fc.integer({ min: -300, max: 300 }),
  fc.integer({ min: 2 ** 32 - 300, max: 2 ** 32 + 300 }),
);
const near = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

/** Halves of 32 bits, as a packet gives them: signed or not. */
function halves(value: bigint, isSigned: boolean): readonly [number, number] {
  const whole = BigInt.asUintN(64, value);
  const as = (half: bigint) =>
    Number(isSigned ? BigInt.asIntN(32, half) : BigInt.asUintN(32, half));
  return [as(whole >> 32n), as(whole)];
}

function streamAt(base: bigint, isUpperKnown = true): DataStream {
  const stream = new DataStream(new Budget());
  const [upper, lower] = halves(base, false);
  stream.setBase(isUpperKnown ? upper : 0, lower, isUpperKnown);
  return stream;
}

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) => {
  fc.assert(property, { numRuns: 2000 });
};

describe("the arithmetic of a connection's data is that of whole numbers:", () => {
  it('the offset of a wide number', () => {
    check(
      fc.property(sequence, offset, fc.boolean(), (base, at, isSigned) => {
        const [upper, lower] = halves(base + BigInt(at), isSigned);
        expect(streamAt(base).offsetOf(upper, lower)).toBe(at);
      }),
    );
  });

  it('the offset of a narrow number near another', () => {
    check(
      fc.property(sequence, offset, near, fc.boolean(), (base, from, delta, isSigned) => {
        const [, lower] = halves(base + BigInt(from + delta), isSigned);
        expect(streamAt(base).nearest(lower, from)).toBe(from + delta);
      }),
    );
  });

  it('the upper half at an offset', () => {
    check(
      fc.property(sequence, offset, (base, at) => {
        expect(streamAt(base).upperAt(at)).toBe(halves(base + BigInt(at), false)[0]);
      }),
    );
  });

  it('the upper half that a wide number tells after narrow ones', () => {
    const end = fc.integer({ min: 1, max: most });
    check(
      fc.property(sequence, end, near, fc.boolean(), (base, seen, delta, isSigned) => {
        const stream = streamAt(base, false);
        stream.ranges.add(0, seen);
        const [upper, lower] = halves(base + BigInt(seen + delta), isSigned);
        expect(stream.offsetOf(upper, lower)).toBe(seen + delta);
        expect([stream.baseUpper, stream.isUpperKnown]).toEqual([halves(base, false)[0], true]);
      }),
    );
  });

  it('all that was noted, once the base moves', () => {
    check(
      fc.property(sequence, offset, offset, (base, by, at) => {
        const stream = streamAt(base);
        stream.ranges.add(at, at + 10);
        stream.acknowledge(at + 5);
        stream.noteFin(at + 10, 1);
        // Added to 0, as it may be -0.
        expect(0 + stream.rebase(...halves(base - BigInt(by), false))).toBe(by);
        expect([stream.ranges.start, stream.ranges.end]).toEqual([at + by, at + by + 10]);
        expect([stream.acknowledged, stream.fin]).toEqual([at + by + 5, at + by + 10]);
        expect(stream.offsetOf(...halves(base + BigInt(at), false))).toBe(at + by);
      }),
    );
  });

  it('all that was noted by narrow numbers, once the key tells the base', () => {
    check(
      fc.property(sequence, near, offset, (base, by, at) => {
        const stream = streamAt(base, false);
        stream.ranges.add(at, at + 10);
        expect(0 + stream.rebase(...halves(base + BigInt(by), false))).toBe(0 - by);
        expect(stream.ranges.start).toBe(at - by);
        expect(stream.offsetOf(...halves(base + BigInt(at), false))).toBe(at - by);
      }),
    );
  });

  it('what is taken over from another stream', () => {
    check(
      fc.property(sequence, offset, offset, (base, by, at) => {
        const [stream, earlier] = [streamAt(base), streamAt(base + BigInt(by))];
        earlier.ranges.add(at, at + 10);
        expect(stream.adopt(earlier)).toBe(by);
        expect([stream.ranges.start, stream.ranges.end]).toEqual([at + by, at + by + 10]);
      }),
    );
  });
});
