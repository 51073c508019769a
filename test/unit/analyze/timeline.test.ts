import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/analyze/budget.js';
import { Direction } from '../../../src/analyze/direction.js';
import { Packet } from '../../../src/analyze/packet.js';

const packet = new Packet();

/** A direction that sent segments of ten bytes, mapped one behind the other. */
function sent(segments: number, budget = new Budget()): Direction {
  const direction = new Direction(budget);
  for (let at = 1; at <= segments; at += 1) {
    packet.timeNs = at;
    direction.offset = direction.newBytes = 10 * at;
    direction.timeline.add(packet, direction);
  }
  return direction;
}

describe('a timeline', () => {
  it('takes no more of the budget than it keeps, and gives it back', () => {
    const budget = new Budget();
    const before = budget.samples;
    const { timeline } = sent(1000, budget);
    const times = timeline.samples.map(({ timeNs }) => timeNs);
    // Every other one, and the last.
    expect(times.slice(0, 3)).toEqual([1, 3, 5]);
    expect(times.slice(-2)).toEqual([999, 1000]);
    expect(before - budget.samples).toBe(times.length - 1);
    timeline.release();
    expect(budget.samples).toBe(before);
  });

  it.each([510, 511, 512, 513, 1021, 1022])(
    'of %i segments has first and last once, in order',
    (segments) => {
      const times = sent(segments).timeline.samples.map(({ timeNs }) => timeNs);
      expect([times[0], times.at(-1)]).toEqual([1, segments]);
      expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    },
  );

  it('is moved whole, with a latest sample that is not kept', () => {
    const { timeline } = sent(1000);
    const before = timeline.samples.map(({ offset }) => offset);
    expect(before.at(-1)).toBe(10_000);
    timeline.move(-7);
    expect(timeline.samples.map(({ offset }) => offset)).toEqual(before.map((it) => it - 7));
  });

  it('has the first sample though the budget is spent', () => {
    const spent = Object.assign(new Budget(), { samples: 0 });
    expect(sent(100, spent).timeline.samples.map(({ timeNs }) => timeNs)).toEqual([1, 100]);
  });
});
