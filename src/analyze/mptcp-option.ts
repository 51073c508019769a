import { u16, u32, u8 } from './bytes.js';

/** MP_CAPABLE, RFC 8684 section 3.1. In version 1 a SYN holds no key, in version 0 (RFC 6824) it does. */
export interface MpCapable {
  readonly subtype: 'mp-capable';
  readonly version: number;
  readonly checksumRequired: boolean;
  /** 64-bit key of whoever sent it, or null where it holds none. */
  readonly senderKey: Uint8Array | null;
  /** 64-bit key of the other end, in the third ACK and the first data. */
  readonly receiverKey: Uint8Array | null;
  /** Data-level length of the first data, or null. */
  readonly dataLength: number | null;
  /** DSS checksum of the first data, or null. */
  readonly checksum: number | null;
}

/** MP_JOIN, RFC 8684 section 3.2; which of the three it is shows in its length. */
export type MpJoin =
  | {
      readonly subtype: 'mp-join';
      readonly step: 'syn';
      readonly backup: boolean;
      readonly addressId: number;
      readonly token: number;
      readonly nonce: Uint8Array;
    }
  | {
      readonly subtype: 'mp-join';
      readonly step: 'syn-ack';
      readonly backup: boolean;
      readonly addressId: number;
      /** 64 bits. */
      readonly hmac: Uint8Array;
      readonly nonce: Uint8Array;
    }
  /** 160 bits. */
  | { readonly subtype: 'mp-join'; readonly step: 'ack'; readonly hmac: Uint8Array };

/** ADD_ADDR, RFC 8684 section 3.4.1; RFC 6824 has neither echo nor HMAC. */
export interface AddAddress {
  readonly subtype: 'add-addr';
  /** The other end's confirmation; it holds no HMAC. */
  readonly echo: boolean;
  readonly addressId: number;
  /** 4 or 16 bytes. */
  readonly address: Uint8Array;
  readonly port: number | null;
  /** 64 bits. */
  readonly hmac: Uint8Array | null;
}

/** Options whose meaning does not depend on the handshake. */
export type MpSignal =
  | AddAddress
  | { readonly subtype: 'remove-addr'; readonly addressIds: readonly number[] }
  | { readonly subtype: 'mp-prio'; readonly backup: boolean; readonly addressId: number | null }
  | { readonly subtype: 'mp-fail'; readonly dataSequence: Uint8Array }
  | { readonly subtype: 'mp-fastclose'; readonly receiverKey: Uint8Array }
  | { readonly subtype: 'mp-tcprst'; readonly transient: boolean; readonly reason: number };

/** All but DSS, which `Dss` decodes. */
export type MptcpOption = MpCapable | MpJoin | MpSignal;

export const dssSubtype = 2;

/** By subtype number, RFC 8684 section 8.2; null where the length fits no form of it. */
const decoders: readonly ((option: Uint8Array) => MptcpOption | null)[] = [
  decodeCapable,
  decodeJoin,
  () => null,
  decodeAddAddress,
  (option) =>
    option.length > 3 ? { subtype: 'remove-addr', addressIds: [...option.subarray(3)] } : null,
  (option) =>
    option.length === 3 || option.length === 4
      ? {
          subtype: 'mp-prio',
          backup: (u8(option, 2) & 0x01) !== 0,
          addressId: option.length === 4 ? u8(option, 3) : null,
        }
      : null,
  (option) => (option.length === 12 ? { subtype: 'mp-fail', dataSequence: option.slice(4) } : null),
  (option) =>
    option.length === 12 ? { subtype: 'mp-fastclose', receiverKey: option.slice(4) } : null,
  (option) =>
    option.length === 4
      ? { subtype: 'mp-tcprst', transient: (u8(option, 2) & 0x01) !== 0, reason: u8(option, 3) }
      : null,
];

/**
 * Decodes a whole TCP option of kind 30, kind and length bytes included; null where RFC 8684 and
 * RFC 6824 define no such subtype or length. Never throws.
 */
export function decodeMptcpOption(option: Uint8Array): MptcpOption | null {
  return option.length > 2 ? (decoders[u8(option, 2) >> 4]?.(option) ?? null) : null;
}

function decodeCapable(option: Uint8Array): MpCapable | null {
  const { length } = option;
  if (![4, 12, 20, 22, 24].includes(length)) return null;
  return {
    subtype: 'mp-capable',
    version: u8(option, 2) & 0x0f,
    checksumRequired: (u8(option, 3) & 0x80) !== 0,
    senderKey: length >= 12 ? option.slice(4, 12) : null,
    receiverKey: length >= 20 ? option.slice(12, 20) : null,
    dataLength: length >= 22 ? u16(option, 20) : null,
    checksum: length === 24 ? u16(option, 22) : null,
  };
}

function decodeJoin(option: Uint8Array): MpJoin | null {
  const common = { subtype: 'mp-join', backup: (u8(option, 2) & 0x01) !== 0 } as const;
  const addressId = u8(option, 3);
  switch (option.length) {
    case 12:
      return { ...common, step: 'syn', addressId, token: u32(option, 4), nonce: option.slice(8) };
    case 16:
      return {
        ...{ ...common, step: 'syn-ack', addressId },
        ...{ hmac: option.slice(4, 12), nonce: option.slice(12) },
      };
    case 24:
      return { subtype: 'mp-join', step: 'ack', hmac: option.slice(4) };
    default:
      return null;
  }
}

/** Lengths of the address and the port that may come behind the address id. */
const addressForms = [
  [4, 0],
  [4, 2],
  [16, 0],
  [16, 2],
] as const;

/** Version 0 has the IP version where version 1 has the echo flag: 4 or 6, both even. */
function decodeAddAddress(option: Uint8Array): AddAddress | null {
  const variant = u8(option, 2) & 0x0f;
  const isVersion0 = variant === 4 || variant === 6;
  const echo = !isVersion0 && (variant & 0x01) !== 0;
  const hmacBytes = isVersion0 || echo ? 0 : 8;
  const variable = option.length - 4 - hmacBytes;
  const form = addressForms.find(([address, port]) => address + port === variable);
  if (form === undefined) return null;
  const portAt = 4 + form[0];
  return {
    subtype: 'add-addr',
    echo,
    addressId: u8(option, 3),
    address: option.slice(4, portAt),
    port: form[1] > 0 ? u16(option, portAt) : null,
    hmac: hmacBytes > 0 ? option.slice(-hmacBytes) : null,
  };
}
