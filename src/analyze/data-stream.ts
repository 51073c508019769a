import type { Budget } from './budget.js';
import { Ranges } from './ranges.js';

const half = 2 ** 32;

/**
 * The connection's data in one direction. Offsets are relative to a 64-bit base (the first byte's
 * data sequence number where the key is known, else the first one seen) and exact below 2^53.
 */
export class DataStream {
  readonly ranges: Ranges;
  hasBase = false;
  baseUpper = 0;
  baseLower = 0;
  /** False while only 4-byte numbers were seen and no key: offsets are right, the base's upper half is not. */
  isUpperKnown = true;
  /** Highest acknowledged offset; NaN without any. */
  acknowledged = NaN;
  /** When anything was first acknowledged; NaN without any. */
  acknowledgedNs = NaN;
  /** A DATA_FIN's offset; NaN without one. */
  fin = NaN;
  /** When one was first seen; NaN without one. */
  finNs = NaN;
  reinjectedBytes = 0;

  constructor(budget: Budget) {
    this.ranges = new Ranges(budget);
  }

  setBase(upper: number, lower: number, isUpperKnown = true): void {
    this.hasBase = true;
    this.isUpperKnown = isUpperKnown;
    this.baseUpper = upper >>> 0;
    this.baseLower = lower >>> 0;
  }

  /** The offset of a 64-bit data sequence number, which may wrap. */
  offsetOf(upper: number, lower: number): number {
    if (!this.isUpperKnown) this.#learnUpper(upper, lower);
    return ((upper - this.baseUpper) | 0) * half + ((lower >>> 0) - this.baseLower);
  }

  /** The offset nearest to `near` that has these lower 32 bits. */
  nearest(lower: number, near: number): number {
    return near + ((lower - this.baseLower - near) | 0);
  }

  /** Upper half of the data sequence number at an offset. */
  upperAt(offset: number): number {
    return (this.baseUpper + Math.floor((this.baseLower + offset) / half)) >>> 0;
  }

  noteFin(offset: number, timeNs: number): void {
    if (Number.isNaN(this.fin)) this.finNs = timeNs;
    this.fin = offset;
  }

  acknowledge(offset: number): void {
    if (!(offset <= this.acknowledged) && !Number.isNaN(offset)) this.acknowledged = offset;
  }

  /** Adds another's data, placed by its own base; gives what its offsets grew by. */
  adopt(earlier: DataStream): number {
    if (!earlier.hasBase) return 0;
    if (!this.hasBase) this.setBase(earlier.baseUpper, earlier.baseLower, earlier.isUpperKnown);
    const shift = earlier.isUpperKnown
      ? this.offsetOf(earlier.baseUpper, earlier.baseLower)
      : this.nearest(earlier.baseLower, this.ranges.end);
    this.ranges.adopt(earlier.ranges, shift);
    this.acknowledge(earlier.acknowledged + shift);
    if (Number.isNaN(this.fin)) this.fin = earlier.fin + shift;
    this.finNs = earliest(this.finNs, earlier.finNs);
    this.acknowledgedNs = earliest(this.acknowledgedNs, earlier.acknowledgedNs);
    this.reinjectedBytes += earlier.reinjectedBytes;
    return shift;
  }

  /** Moves the base to the first byte's data sequence number, learned later; gives what offsets grew by. */
  rebase(upper: number, lower: number): number {
    const shift = -(this.isUpperKnown ? this.offsetOf(upper, lower) : this.nearest(lower, 0));
    this.setBase(upper, lower);
    for (let index = 0; index < this.ranges.count; index += 1) {
      this.ranges.starts[index] = (this.ranges.starts[index] ?? 0) + shift;
      this.ranges.ends[index] = (this.ranges.ends[index] ?? 0) + shift;
    }
    this.acknowledged += shift;
    this.fin += shift;
    return shift;
  }

  /** From an 8-byte number near the data seen. */
  #learnUpper(upper: number, lower: number): void {
    const offset = this.nearest(lower, this.ranges.end);
    this.baseUpper = (upper - Math.floor((this.baseLower + offset) / half)) >>> 0;
    this.isUpperKnown = true;
  }
}

/** NaN is no time. */
function earliest(one: number, other: number): number {
  return Number.isNaN(one) || other < one ? other : one;
}
