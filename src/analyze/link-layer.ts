import { u16, u32, u32Little, u8 } from './bytes.js';

/** Where a packet lies in its bytes, as captured. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Bytes before the ethertype and before the network layer, by LINKTYPE_ value. */
const ethertyped: Readonly<Record<number, readonly [ethertype: number, payload: number]>> = {
  1: [12, 14],
  113: [14, 16],
  276: [0, 20],
};
const rawLinkTypes: ReadonlySet<number> = new Set([12, 14, 101, 228, 229]);
const link = { null: 0, ppp: 9, pppHdlc: 50, loop: 108 } as const;
/** AF_INET and the AF_INET6 of Linux, NetBSD, FreeBSD and Darwin. */
const families: ReadonlySet<number> = new Set([2, 10, 24, 28, 30]);
const vlanEthertypes: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);
const pppoeSession = 0x8864;
const pppIp: ReadonlySet<number> = new Set([0x0021, 0x0057]);

export function isKnownLinkType(linkType: number): boolean {
  return (
    linkType in ethertyped ||
    rawLinkTypes.has(linkType) ||
    Object.values(link).includes(linkType as never)
  );
}

/**
 * Where IP starts in Ethernet (any VLAN tags, PPPoE), Linux cooked v1 and v2, raw IP, BSD loopback and
 * PPP; -1 where there is no IP.
 */
export function networkStart(linkType: number, bytes: Uint8Array, span: Span): number {
  const layout = ethertyped[linkType];
  if (layout !== undefined) return behindEthertype(layout, bytes, span);
  const { start } = span;
  if (rawLinkTypes.has(linkType)) return start;
  if (linkType === link.null || linkType === link.loop) {
    const known = families.has(u32(bytes, start)) || families.has(u32Little(bytes, start));
    return known ? start + 4 : -1;
  }
  if (linkType === link.ppp || linkType === link.pppHdlc) return behindPpp(bytes, start);
  return -1;
}

function behindEthertype(
  [ethertype, payload]: readonly [number, number],
  bytes: Uint8Array,
  { start, end }: Span,
): number {
  let typeAt = start + ethertype;
  let at = start + payload;
  while (at <= end) {
    const type = u16(bytes, typeAt);
    if (type === 0x0800 || type === 0x86dd) return at;
    if (type === pppoeSession) return pppIp.has(u16(bytes, at + 6)) ? at + 8 : -1;
    if (!vlanEthertypes.has(type)) return -1;
    typeAt = at + 2;
    at += 4;
  }
  return -1;
}

/** The address and control bytes and the protocol's first byte may be left out (RFC 1661, RFC 1662). */
function behindPpp(bytes: Uint8Array, start: number): number {
  const at = u16(bytes, start) === 0xff03 ? start + 2 : start;
  if (pppIp.has(u16(bytes, at))) return at + 2;
  return pppIp.has(u8(bytes, at)) ? at + 1 : -1;
}

/** The interface index in Linux cooked v2, which `-i any` writes; 0 for other link types. */
export function cookedInterface(linkType: number, bytes: Uint8Array, start: number): number {
  return linkType === 276 ? u32(bytes, start + 4) : 0;
}
