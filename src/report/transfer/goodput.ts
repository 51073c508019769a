import type { TimelineSample } from '../../model/analysed-subflow.js';
import type { Slots } from './transfer.js';

const mostSlots = 50;

/** At most fifty slots whose width is 1, 2 or 5 times a power of ten. */
export function slotsOf(durationMs: number): Slots {
  const least = Math.max(durationMs / mostSlots, 0.001);
  const power = 10 ** Math.floor(Math.log10(least));
  const slotMs = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
  return { slotMs, durationMs, count: Math.max(1, Math.round(durationMs / slotMs)) };
}

/** Where a slot ends. */
export function slotEnd({ slotMs, durationMs, count }: Slots, slot: number): number {
  return slot === count - 1 ? durationMs : (slot + 1) * slotMs;
}

/** Mbit/s of each slot, from bytes carried up to the samples' times; between two samples the rate is even. */
export function goodputBySlot(
  timeline: readonly TimelineSample[],
  slots: Slots,
  startMs: number,
): number[] {
  const carried = carriedBy(timeline, startMs);
  let [before, from] = [0, 0];
  return Array.from({ length: slots.count }, (_, slot) => {
    const until = slotEnd(slots, slot);
    const bytes = carried(until);
    const mbit = until > from ? ((bytes - before) * 8) / 1000 / (until - from) : 0;
    [before, from] = [bytes, until];
    return rounded(mbit);
  });
}

/** Bytes carried up to a time; it has to be asked for times that do not fall. */
function carriedBy(timeline: readonly TimelineSample[], startMs: number): (atMs: number) => number {
  let next = 0;
  return (atMs) => {
    while (next < timeline.length && (timeline[next]?.atMs ?? 0) - startMs <= atMs) next += 1;
    const [last, following] = [timeline[next - 1], timeline[next]];
    if (last === undefined || following === undefined) return last?.bytes ?? 0;
    const part = (atMs + startMs - last.atMs) / (following.atMs - last.atMs);
    return last.bytes + part * (following.bytes - last.bytes);
  };
}

export function rounded(mbit: number): number {
  return Number(mbit.toFixed(3));
}
