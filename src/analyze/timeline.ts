import type { Budget } from './budget.js';

const maxSamples = 512;

/** Progress of one direction of a subflow over time, thinned evenly: every 2^n-th segment is kept. */
export class Timeline {
  readonly times: number[] = [];
  /** NaN where the segment was not mapped. */
  readonly offsets: number[] = [];
  readonly bytes: number[] = [];
  #stride = 1;
  #segments = 0;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(timeNs: number, offset: number, bytes: number): void {
    const keep = this.#segments % this.#stride === 0;
    this.#segments += 1;
    const last = this.times.length - 1;
    // The last one is replaced until it is one to keep.
    if (last >= 0 && !this.#isLastKept) this.#set(last, { timeNs, offset, bytes });
    else if (this.#budget.samples > 0 || last < 1) this.#push({ timeNs, offset, bytes });
    else this.#set(last, { timeNs, offset, bytes });
    this.#isLastKept = keep;
    if (this.times.length >= maxSamples) this.#thin();
  }

  #isLastKept = true;

  #push({ timeNs, offset, bytes }: Sample): void {
    this.#budget.samples -= 1;
    this.times.push(timeNs);
    this.offsets.push(offset);
    this.bytes.push(bytes);
  }

  #set(index: number, { timeNs, offset, bytes }: Sample): void {
    this.times[index] = timeNs;
    this.offsets[index] = offset;
    this.bytes[index] = bytes;
  }

  #thin(): void {
    const half = this.times.length >> 1;
    for (let index = 1; index < half; index += 1) {
      this.#set(index, {
        timeNs: this.times[2 * index] ?? 0,
        offset: this.offsets[2 * index] ?? 0,
        bytes: this.bytes[2 * index] ?? 0,
      });
    }
    this.#budget.samples += this.times.length - half;
    this.times.length = this.offsets.length = this.bytes.length = half;
    this.#stride *= 2;
  }
}

interface Sample {
  readonly timeNs: number;
  readonly offset: number;
  readonly bytes: number;
}
