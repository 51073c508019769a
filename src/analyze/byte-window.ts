/**
 * The part of a stream that is being read. What was read is forgotten when more is fed, so memory
 * holds one chunk and the record that lies across its end.
 */
export class ByteWindow {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  /** Nothing will be fed any more. */
  ended = false;
  #forgotten = 0;
  #skipping = 0;

  /** Bytes from the start of the stream to `position`. */
  get offset(): number {
    return this.#forgotten + this.position;
  }

  has(count: number): boolean {
    return this.position + count <= this.bytes.length;
  }

  feed(chunk: Uint8Array): void {
    const rest = this.bytes.length - this.position;
    this.#forgotten += this.position;
    this.bytes = rest === 0 ? chunk : joined(this.bytes.subarray(this.position), chunk);
    this.position = 0;
    this.skip(0);
  }

  /** Passes over bytes, those not fed yet too. */
  skip(count: number): void {
    this.#skipping += count;
    const now = Math.min(this.#skipping, this.bytes.length - this.position);
    this.position += now;
    this.#skipping -= now;
  }

  /** Whether the stream ended within what was to be skipped. */
  get isCut(): boolean {
    return this.#skipping > 0;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
