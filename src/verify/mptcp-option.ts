import type { ByteReader } from './byte-reader.js';
import { decodeAddAddress, type AddAddress } from './mptcp-add-address.js';
import { decodeDss, type Dss } from './mptcp-dss.js';

/** MP_CAPABLE, RFC 8684 section 3.1. In version 1 a SYN holds no key, in version 0 (RFC 6824) it does. */
export interface MpCapable {
  readonly subtype: 'mp-capable';
  readonly version: number;
  readonly checksumRequired: boolean;
  /** 64-bit key of whoever sent it, or null where it holds none. */
  readonly senderKey: bigint | null;
  /** 64-bit key of the other end, in the third ACK and the first data. */
  readonly receiverKey: bigint | null;
  /** Data-level length of the first data, or null. */
  readonly dataLength: number | null;
}

/** MP_JOIN, RFC 8684 section 3.2; which of the three it is shows in its length. */
export type MpJoin =
  | {
      readonly subtype: 'mp-join';
      readonly step: 'syn';
      readonly backup: boolean;
      readonly addressId: number;
      readonly token: number;
      readonly nonce: number;
    }
  | {
      readonly subtype: 'mp-join';
      readonly step: 'syn-ack';
      readonly backup: boolean;
      readonly addressId: number;
      readonly truncatedHmac: bigint;
      readonly nonce: number;
    }
  | { readonly subtype: 'mp-join'; readonly step: 'ack'; readonly hmac: Uint8Array };

export type MptcpOption =
  | MpCapable
  | MpJoin
  | Dss
  | AddAddress
  | { readonly subtype: 'remove-addr'; readonly addressIds: readonly number[] }
  | { readonly subtype: 'mp-prio'; readonly backup: boolean; readonly addressId: number | null }
  | { readonly subtype: 'mp-fail'; readonly dataSequence: bigint }
  | { readonly subtype: 'mp-fastclose'; readonly receiverKey: bigint }
  | { readonly subtype: 'mp-tcprst'; readonly transient: boolean; readonly reason: number }
  /** A subtype RFC 8684 does not define, or a length it does not allow. */
  | { readonly subtype: 'malformed'; readonly subtypeNumber: number; readonly length: number };

/** By subtype number, RFC 8684 section 8.2; null where the length fits no form of it. */
const decoders: readonly ((option: ByteReader) => MptcpOption | null)[] = [
  decodeCapable,
  decodeJoin,
  decodeDss,
  decodeAddAddress,
  (option) =>
    option.length > 3
      ? { subtype: 'remove-addr', addressIds: [...option.bytes.subarray(3)] }
      : null,
  (option) =>
    option.length === 3 || option.length === 4
      ? {
          subtype: 'mp-prio',
          backup: (option.u8(2) & 0x01) !== 0,
          addressId: option.length === 4 ? option.u8(3) : null,
        }
      : null,
  (option) => (option.length === 12 ? { subtype: 'mp-fail', dataSequence: option.u64(4) } : null),
  (option) =>
    option.length === 12 ? { subtype: 'mp-fastclose', receiverKey: option.u64(4) } : null,
  (option) =>
    option.length === 4
      ? { subtype: 'mp-tcprst', transient: (option.u8(2) & 0x01) !== 0, reason: option.u8(3) }
      : null,
];

/** Decodes a whole TCP option of kind 30, kind and length bytes included. Never throws. */
export function decodeMptcpOption(option: ByteReader): MptcpOption {
  const subtypeNumber = option.length > 2 ? option.u8(2) >> 4 : -1;
  const decoded = option.length > 2 ? decoders[subtypeNumber]?.(option) : null;
  return decoded ?? { subtype: 'malformed', subtypeNumber, length: option.length };
}

function decodeCapable(option: ByteReader): MpCapable | null {
  const { length } = option;
  if (![4, 12, 20, 22, 24].includes(length)) return null;
  return {
    subtype: 'mp-capable',
    version: option.u8(2) & 0x0f,
    checksumRequired: (option.u8(3) & 0x80) !== 0,
    senderKey: length >= 12 ? option.u64(4) : null,
    receiverKey: length >= 20 ? option.u64(12) : null,
    dataLength: length >= 22 ? option.u16(20) : null,
  };
}

function decodeJoin(option: ByteReader): MpJoin | null {
  const backup = (option.u8(2) & 0x01) !== 0;
  const subtype = 'mp-join';
  switch (option.length) {
    case 12:
      return {
        ...{ subtype, step: 'syn', backup },
        ...{ addressId: option.u8(3), token: option.u32(4), nonce: option.u32(8) },
      };
    case 16:
      return {
        ...{ subtype, step: 'syn-ack', backup },
        ...{ addressId: option.u8(3), truncatedHmac: option.u64(4), nonce: option.u32(12) },
      };
    case 24:
      return { subtype, step: 'ack', hmac: option.bytes.slice(4) };
    default:
      return null;
  }
}
