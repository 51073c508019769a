/* eslint-disable @typescript-eslint/no-non-null-assertion -- `?? 0` on every byte costs a tenth of the analysis */
/**
 * Network-order reads; 0 for bytes that are not there, so no length lies its way into an exception: a
 * shift takes undefined for 0. Each is short enough for V8 to inline it where packets are decoded.
 */
export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

export function u32(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0
  );
}

/** As a signed number, which V8 keeps unboxed. */
export function i32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

export function u16Little(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

export function u32Little(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

/** Exact below 2^53. */
export function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) * 2 ** 32 + u32(bytes, at + 4);
}

export function u64Little(bytes: Uint8Array, at: number): number {
  return u32Little(bytes, at + 4) * 2 ** 32 + u32Little(bytes, at);
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex without prefix. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte] ?? '';
  return text;
}

/** 32 bits as hex, leading zeros included. */
export function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
