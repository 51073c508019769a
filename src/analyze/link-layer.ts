import { u16, u32, u32Little, u8 } from './bytes.js';

/** Where a packet lies in its bytes, as captured. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How IP is found behind a link type's header. */
export type LinkLayer =
  | Ethertype
  /** IP comes first. */
  | { readonly type: 'raw' }
  /** An address family of the host that captured. */
  | { readonly type: 'family' }
  | { readonly type: 'ppp' }
  | { readonly type: 'unknown' };

/** An ethertype tells: bytes before it and before the network layer. */
interface Ethertype {
  readonly type: 'ethertype';
  readonly ethertype: number;
  readonly payload: number;
}

const raw = { type: 'raw' } as const;
const family = { type: 'family' } as const;
const ppp = { type: 'ppp' } as const;
const cookedV2 = 276;

/** By LINKTYPE_ value. */
const linkLayers: ReadonlyMap<number, LinkLayer> = new Map<number, LinkLayer>([
  [0, family],
  [1, { type: 'ethertype', ethertype: 12, payload: 14 }],
  [9, ppp],
  ...[12, 14].map((linkType) => [linkType, raw] as const),
  [50, ppp],
  [101, raw],
  [108, family],
  [113, { type: 'ethertype', ethertype: 14, payload: 16 }],
  ...[228, 229].map((linkType) => [linkType, raw] as const),
  [cookedV2, { type: 'ethertype', ethertype: 0, payload: 20 }],
]);

/** AF_INET and the AF_INET6 of Linux, NetBSD, FreeBSD and Darwin. */
const families: ReadonlySet<number> = new Set([2, 10, 24, 28, 30]);
const vlanEthertypes: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);
const pppoeSession = 0x8864;
const pppIp: ReadonlySet<number> = new Set([0x0021, 0x0057]);

/**
 * Ethernet (any VLAN tags, PPPoE), Linux cooked v1 and v2, raw IP, BSD loopback and PPP.
 */
export function linkLayer(linkType: number): LinkLayer {
  return linkLayers.get(linkType) ?? { type: 'unknown' };
}

export function isKnownLinkType(linkType: number): boolean {
  return linkLayers.has(linkType);
}

/** Where IP starts; -1 where there is no IP. */
export function networkStart(link: LinkLayer, bytes: Uint8Array, span: Span): number {
  const { start, end } = span;
  switch (link.type) {
    case 'ethertype':
      return behindEthertype(link, bytes, span);
    case 'raw':
      return start;
    case 'family':
      return start + 4 <= end && isFamily(bytes, start) ? start + 4 : -1;
    case 'ppp':
      return behindPpp(bytes, start, end);
    case 'unknown':
      return -1;
  }
}

function behindEthertype(link: Ethertype, bytes: Uint8Array, { start, end }: Span): number {
  let typeAt = start + link.ethertype;
  for (let at = start + link.payload; at <= end; at += 4) {
    const type = u16(bytes, typeAt);
    if (type === 0x0800 || type === 0x86dd) return at;
    if (type === pppoeSession) {
      return at + 8 <= end && pppIp.has(u16(bytes, at + 6)) ? at + 8 : -1;
    }
    if (!vlanEthertypes.has(type)) return -1;
    typeAt = at + 2;
  }
  return -1;
}

function isFamily(bytes: Uint8Array, at: number): boolean {
  return families.has(u32(bytes, at)) || families.has(u32Little(bytes, at));
}

/** The address and control bytes and the protocol's first byte may be left out (RFC 1661, RFC 1662). */
function behindPpp(bytes: Uint8Array, start: number, end: number): number {
  if (start + 4 > end) return -1;
  const at = u16(bytes, start) === 0xff03 ? start + 2 : start;
  if (pppIp.has(u16(bytes, at))) return at + 2;
  return pppIp.has(u8(bytes, at)) ? at + 1 : -1;
}

/** The interface index in Linux cooked v2, which `-i any` writes; 0 for other link types. */
export function cookedInterface(linkType: number, bytes: Uint8Array, { start, end }: Span): number {
  return linkType === cookedV2 && start + 8 <= end ? u32(bytes, start + 4) : 0;
}
