import type { ByteReader } from './byte-reader.js';

/** ADD_ADDR, RFC 8684 section 3.4.1. */
export interface AddAddress {
  readonly subtype: 'add-addr';
  /** The other end's confirmation; it holds no HMAC. */
  readonly echo: boolean;
  readonly addressId: number;
  readonly address: Uint8Array;
  readonly port: number | null;
  readonly truncatedHmac: bigint | null;
}

/** Decodes ADD_ADDR of either family, with or without port; null where the length fits no form. */
export function decodeAddAddress(option: ByteReader): AddAddress | null {
  const echo = (option.u8(2) & 0x01) !== 0;
  const variable = option.length - 4 - (echo ? 0 : 8);
  const form = [
    { addressBytes: 4, portBytes: 0 },
    { addressBytes: 4, portBytes: 2 },
    { addressBytes: 16, portBytes: 0 },
    { addressBytes: 16, portBytes: 2 },
  ].find(({ addressBytes, portBytes }) => addressBytes + portBytes === variable);
  if (!form) return null;
  const portAt = 4 + form.addressBytes;
  return {
    subtype: 'add-addr',
    echo,
    addressId: option.u8(3),
    address: option.bytes.slice(4, portAt),
    port: form.portBytes > 0 ? option.u16(portAt) : null,
    truncatedHmac: echo ? null : option.u64(option.length - 8),
  };
}
