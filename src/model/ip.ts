import ipaddr from 'ipaddr.js';
import type { AddressFamily } from './generated/topology.js';

/** An IP address as a number, so that planning can count with it. */
export interface Address {
  readonly family: AddressFamily;
  readonly value: bigint;
}

/** A prefix: `value` is the network address. */
export interface Prefix extends Address {
  readonly length: number;
}

/** An interface's address with its prefix length, as `ip address add` takes it. */
export interface BoundAddress extends Address {
  readonly length: number;
}

export const addressBits: Readonly<Record<AddressFamily, number>> = { ipv4: 32, ipv6: 128 };

/** Strict four-part IPv4 or IPv6 without zone; null for anything else. */
export function parseAddress(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return toAddress('ipv4', ipaddr.IPv4.parse(text));
  if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return null;
  return toAddress('ipv6', ipaddr.IPv6.parse(text));
}

function toAddress(family: AddressFamily, parsed: ipaddr.IPv4 | ipaddr.IPv6): Address {
  const value = parsed.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { family, value };
}

/** `address/length`; null for anything else. The address may have host bits. */
export function parseBoundAddress(text: string): BoundAddress | null {
  const [, addressText, lengthText] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (addressText === undefined || lengthText === undefined) return null;
  const address = parseAddress(addressText);
  const length = Number(lengthText);
  if (address === null || length > addressBits[address.family]) return null;
  return { ...address, length };
}

/** The prefix an address lies in. */
export function networkOf({ family, value, length }: BoundAddress): Prefix {
  const hostBits = BigInt(addressBits[family] - length);
  return { family, value: (value >> hostBits) << hostBits, length };
}

/** How many addresses a prefix holds. */
export function sizeOf({ family, length }: Prefix): bigint {
  return 1n << BigInt(addressBits[family] - length);
}

export function contains(prefix: Prefix, { family, value }: Address): boolean {
  return prefix.family === family && value >= prefix.value && value < prefix.value + sizeOf(prefix);
}

export function overlap(one: Prefix, other: Prefix): boolean {
  return contains(one, other) || contains(other, one);
}

/** As RFC 5952 writes it. */
export function formatAddress({ family, value }: Address): string {
  if (family === 'ipv4') return dotted(Number(value));
  const hex = value.toString(16).padStart(32, '0');
  const words = Array.from({ length: 8 }, (_, index) => hex.slice(4 * index, 4 * index + 4));
  return new ipaddr.IPv6(words.map((word) => parseInt(word, 16))).toRFC5952String();
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff).join('.');
}

/** CIDR notation. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(prefix)}/${prefix.length}`;
}
