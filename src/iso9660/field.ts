/** The fields of ECMA-119, written into bytes that start as zeros. */

/** ECMA-119 7.2.3: 16 bits, little-endian and then big-endian. */
export function putBoth16(view: DataView, offset: number, value: number): void {
  view.setUint16(offset, value, true);
  view.setUint16(offset + 2, value, false);
}

/** ECMA-119 7.3.3: 32 bits, little-endian and then big-endian. */
export function putBoth32(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value, true);
  view.setUint32(offset + 4, value, false);
}

export function putBytes(view: DataView, offset: number, bytes: Uint8Array): void {
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes, offset);
}

/** ASCII text, filled up with blanks to `length` bytes. */
export function padded(text: string, length: number): Uint8Array {
  return new TextEncoder().encode(text.padEnd(length));
}

/** UCS-2 text, big-endian as Joliet has it, filled up with blanks to `length` bytes. */
export function paddedUcs2(text: string, length: number): Uint8Array {
  return ucs2(text.padEnd(Math.floor(length / 2))).subarray(0, length);
}

/** UCS-2, big-endian. */
export function ucs2(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le').swap16();
}
