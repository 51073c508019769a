/** Turns timestamps of an interface's unit (if_tsresol, if_tsoffset) into seconds and nanoseconds. */
export class PcapngTime {
  seconds = 0;
  nanoseconds = 0;
  readonly #unitsPerSecond: number;
  readonly #offsetSeconds: number;
  #upper = -1;
  #upperSeconds = 0;
  #upperRest = 0;

  /** @param resolution if_tsresol: a negative power of 10, or of 2 with the highest bit set */
  constructor(resolution: number, offsetSeconds: number) {
    this.#unitsPerSecond =
      (resolution & 0x80) === 0 ? 10 ** Math.min(resolution, 18) : 2 ** (resolution & 0x3f);
    this.#offsetSeconds = offsetSeconds;
  }

  /** The upper half changes rarely, so its exact division by BigInt is kept. */
  set(upper: number, lower: number): void {
    const units = this.#unitsPerSecond;
    if (upper !== this.#upper) {
      const value = BigInt(upper) << 32n;
      this.#upper = upper;
      this.#upperSeconds = Number(value / BigInt(units));
      this.#upperRest = Number(value % BigInt(units));
    }
    const rest = this.#upperRest + lower;
    const seconds = Math.floor(rest / units);
    this.seconds = this.#upperSeconds + seconds + this.#offsetSeconds;
    this.nanoseconds = Math.round(((rest - seconds * units) / units) * 1e9);
    // Units finer than nanoseconds round up to a whole second.
    if (this.nanoseconds < 1e9) return;
    this.nanoseconds -= 1e9;
    this.seconds += 1;
  }
}
