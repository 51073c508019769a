/** Enough for mappings that overtake each other; a retransmission brings its own again. */
const kept = 8;

/** The latest mappings of subflow bytes to the connection's data, in a ring without objects. */
export class Mappings {
  readonly #starts = new Float64Array(kept);
  readonly #ends = new Float64Array(kept);
  readonly #offsets = new Float64Array(kept);
  #count = 0;
  /** The one found last. */
  #found = 0;

  /** @param start of the subflow's bytes, relative to the first @param offset of the data there */
  add(start: number, length: number, offset: number): void {
    const latest = (this.#count - 1) % kept;
    if (
      this.#count > 0 &&
      this.#starts[latest] === start &&
      this.#ends[latest] === start + length &&
      this.#offsets[latest] === offset
    ) {
      return;
    }
    const index = this.#count % kept;
    this.#starts[index] = start;
    this.#ends[index] = start + length;
    this.#offsets[index] = offset;
    this.#count += 1;
  }

  /** Moves all in the connection's data. */
  move(shift: number): void {
    for (let index = 0; index < kept; index += 1) {
      this.#offsets[index] = (this.#offsets[index] ?? 0) + shift;
    }
  }

  /** Finds the latest mapping that covers a subflow byte; false where none does. */
  find(at: number): boolean {
    for (let back = 1; back <= kept && back <= this.#count; back += 1) {
      const index = (this.#count - back) % kept;
      if (at >= (this.#starts[index] ?? 0) && at < (this.#ends[index] ?? 0)) {
        this.#found = index;
        return true;
      }
    }
    return false;
  }

  /** Where the mapping found ends, in subflow bytes. */
  get end(): number {
    return this.#ends[this.#found] ?? 0;
  }

  get isInfinite(): boolean {
    return this.end === Infinity;
  }

  /** The data offset of a subflow byte by the mapping found. */
  offsetOf(at: number): number {
    return (this.#offsets[this.#found] ?? 0) + at - (this.#starts[this.#found] ?? 0);
  }
}
