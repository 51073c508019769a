/**
 * The part of a stream that is being read. What was read is forgotten when more is fed, so memory
 * holds one chunk and the record that lies across its end.
 */
export class ByteWindow {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  /** Nothing will be fed any more. */
  ended = false;
  #own: Uint8Array = new Uint8Array(0);
  #forgotten = 0;
  #skipping = 0;

  /** Bytes from the start of the stream to `position`. */
  get offset(): number {
    return this.offsetOf(this.position);
  }

  /** The same of another position. */
  offsetOf(position: number): number {
    return this.#forgotten + position;
  }

  has(count: number): boolean {
    return this.position + count <= this.bytes.length;
  }

  /** Takes the next bytes, which must stay as they are until `keep`. */
  feed(chunk: Uint8Array): void {
    if (this.position === this.bytes.length) this.#show(plain(chunk));
    else this.#append(chunk);
    this.skip(0);
  }

  /** Copies what is left of the bytes that were fed: whoever fed them may use their memory again. */
  keep(): void {
    if (this.bytes.buffer === this.#own.buffer) return;
    const rest = this.bytes.subarray(this.position);
    this.#reserve(rest.length);
    this.#own.set(rest);
    this.#show(this.#own.subarray(0, rest.length));
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

  #append(chunk: Uint8Array): void {
    this.keep();
    const rest = this.bytes.length - this.position;
    if (this.position > 0) this.#own.copyWithin(0, this.position, this.bytes.length);
    this.#reserve(rest + chunk.length);
    this.#own.set(chunk, rest);
    this.#show(this.#own.subarray(0, rest + chunk.length));
  }

  #show(bytes: Uint8Array): void {
    this.#forgotten += this.position;
    this.position = 0;
    this.bytes = bytes;
  }

  #reserve(length: number): void {
    if (this.#own.length >= length) return;
    const larger = new Uint8Array(2 * length);
    larger.set(this.#own);
    this.#own = larger;
  }
}

/** Not as a Buffer: V8 reads one class of arrays faster than two. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
