import type { Budget } from './budget.js';

/** Beyond that, the two first intervals become one and the gap between them is forgotten. */
const maxIntervals = 1024;
const fewIntervals = 4;

/** A set of numbers as sorted intervals that neither touch nor overlap; ends are exclusive. */
export class Ranges {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Gaps that were given up to stay within bounds, with their bytes. */
  forgottenGaps = 0;
  forgottenBytes = 0;
  readonly #budget: Budget;
  /** The interval that grew last though it is not the last one: a subflow that others have overtaken. */
  #growing = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get count(): number {
    return this.starts.length;
  }

  get start(): number {
    return this.starts[0] ?? 0;
  }

  get end(): number {
    return this.ends[this.ends.length - 1] ?? 0;
  }

  /** How many numbers are in it; a forgotten gap's are not. */
  get size(): number {
    const sum = this.ends.reduce((total, end, index) => total + end - (this.starts[index] ?? 0), 0);
    return sum - this.forgottenBytes;
  }

  /** Adds an interval and tells how much of it was not there. */
  add(start: number, end: number): number {
    const last = this.ends.length - 1;
    if (last >= 0 && start === this.ends[last]) {
      this.ends[last] = end;
      return end - start;
    }
    const growing = this.#growing;
    if (growing < last && start === this.ends[growing] && end < (this.starts[growing + 1] ?? 0)) {
      this.ends[growing] = end;
      return end - start;
    }
    return start > this.end || last < 0 ? this.#append(start, end) : this.#insert(start, end);
  }

  /** Takes over another's intervals, moved, and the budget they take there. */
  adopt(earlier: Ranges, shift: number): void {
    earlier.release();
    earlier.starts.forEach((start, index) => {
      this.add(start + shift, (earlier.ends[index] ?? start) + shift);
    });
    this.forgottenGaps += earlier.forgottenGaps;
    this.forgottenBytes += earlier.forgottenBytes;
  }

  /** Gives its intervals back to the budget; nothing is added to it after that. */
  release(): void {
    this.#budget.intervals += this.count;
  }

  #append(start: number, end: number): number {
    this.starts.push(start);
    this.ends.push(end);
    this.#stayWithinBounds();
    return end - start;
  }

  #insert(start: number, end: number): number {
    const first = firstNotBelow(this.ends, start);
    this.#growing = first;
    let after = first;
    let known = 0;
    let from = start;
    let to = end;
    while (after < this.count && (this.starts[after] ?? 0) <= end) {
      const knownStart = this.starts[after] ?? 0;
      const knownEnd = this.ends[after] ?? 0;
      known += Math.max(0, Math.min(end, knownEnd) - Math.max(start, knownStart));
      from = Math.min(from, knownStart);
      to = Math.max(to, knownEnd);
      after += 1;
    }
    if (after === first + 1) {
      this.starts[first] = from;
      this.ends[first] = to;
    } else {
      this.starts.splice(first, after - first, from);
      this.ends.splice(first, after - first, to);
      this.#budget.intervals += Math.max(0, after - first);
      this.#stayWithinBounds();
    }
    return end - start - known;
  }

  #stayWithinBounds(): void {
    this.#budget.intervals -= 1;
    const limit = this.#budget.intervals > 0 ? maxIntervals : fewIntervals;
    if (this.count <= limit) return;
    this.forgottenGaps += 1;
    this.forgottenBytes += (this.starts[1] ?? 0) - (this.ends[0] ?? 0);
    this.starts.splice(1, 1);
    this.ends.splice(0, 1);
    this.#budget.intervals += 1;
  }
}

/** Index of the first value that is not below the one given. */
function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
