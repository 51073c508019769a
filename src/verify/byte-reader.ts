/** Big-endian (network order) reads from a slice that may end too early. */
export class ByteReader {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** Whether `count` bytes are there from `offset` on. */
  has(offset: number, count: number): boolean {
    return offset + count <= this.length;
  }

  u8(offset: number): number {
    return this.#view.getUint8(offset);
  }

  u16(offset: number): number {
    return this.#view.getUint16(offset);
  }

  u32(offset: number): number {
    return this.#view.getUint32(offset);
  }

  u64(offset: number): bigint {
    return this.#view.getBigUint64(offset);
  }

  /** The rest from `offset`, up to `end`; shorter where the bytes end first. */
  slice(offset: number, end = this.length): ByteReader {
    return new ByteReader(this.bytes.subarray(offset, end));
  }
}
