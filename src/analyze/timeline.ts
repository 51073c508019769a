import type { Budget } from './budget.js';
import type { Direction } from './direction.js';
import type { Packet } from './packet.js';

const maxSamples = 512;

/** How far a direction of a subflow had come with a segment. */
export interface Sample {
  readonly timeNs: number;
  /** NaN where the segment was not mapped. */
  readonly offset: number;
  readonly bytes: number;
}

/** Progress of one direction of a subflow over time, thinned evenly: every 2^n-th segment from the first, and the last. */
export class Timeline {
  readonly #times: number[] = [];
  readonly #offsets: number[] = [];
  readonly #bytes: number[] = [];
  #stride = 1;
  #segments = 0;
  #timeNs = NaN;
  #offset = NaN;
  #byteCount = NaN;
  #isLatestKept = true;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Notes how far a direction has come with a packet. */
  add(packet: Packet, direction: Direction): void {
    this.#timeNs = packet.timeNs;
    this.#offset = direction.offset;
    this.#byteCount = direction.newBytes;
    this.#isLatestKept = (this.#segments & (this.#stride - 1)) === 0;
    this.#segments += 1;
    if (this.#isLatestKept) this.#keep();
  }

  /** Moves all samples in the connection's data. */
  move(shift: number): void {
    this.#offset += shift;
    this.#offsets.forEach((offset, index) => (this.#offsets[index] = offset + shift));
  }

  /** Gives its samples back to the budget; nothing is added to it after that. */
  release(): void {
    this.#budget.samples += this.#times.length;
  }

  get samples(): readonly Sample[] {
    const kept = this.#times.map((timeNs, index) => ({
      timeNs,
      offset: this.#offsets[index] ?? NaN,
      bytes: this.#bytes[index] ?? 0,
    }));
    if (this.#isLatestKept) return kept;
    return [...kept, { timeNs: this.#timeNs, offset: this.#offset, bytes: this.#byteCount }];
  }

  #keep(): void {
    // The first is where it began: it is kept though the budget is spent.
    this.#isLatestKept = this.#budget.samples > 0 || this.#times.length === 0;
    if (!this.#isLatestKept) return;
    this.#budget.samples -= 1;
    this.#times.push(this.#timeNs);
    this.#offsets.push(this.#offset);
    this.#bytes.push(this.#byteCount);
    // With the latest it is one more; an odd number.
    if (this.#times.length >= maxSamples - 1) this.#thin();
  }

  /** Every other one goes; of an odd number the latest stays, as the first does. */
  #thin(): void {
    const { length } = this.#times;
    for (const numbers of [this.#times, this.#offsets, this.#bytes]) {
      for (let index = 2; index < length; index += 2) numbers[index >> 1] = numbers[index] ?? 0;
      numbers.length = (length + 1) >> 1;
    }
    this.#budget.samples += length >> 1;
    this.#stride *= 2;
  }
}
