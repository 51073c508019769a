import type { Problem } from '../errors.js';
import type { PolicyInput, RouteInput } from './generated/topology.js';
import { networkOf, parseAddress, parseBoundAddress, type BoundAddress } from './ip.js';
import { show } from './show.js';

/** Addresses without prefix length: endpoints, next hops. */
export function addressProblems(where: string, text: string): Problem[] {
  if (parseAddress(text) !== null) return [];
  const next = 'Write one without prefix length, e.g. "192.168.10.1".';
  return [{ where, message: `${show(text)} is not an address`, next }];
}

/** Addresses of one interface: each with its prefix length, none twice. */
export function boundAddressProblems(where: string, texts: readonly string[]): Problem[] {
  const firstIndex = new Map<bigint, number>();
  return texts.flatMap((text, index) => {
    const place = `${where}/${index}`;
    const parsed = parseBoundAddress(text);
    if (parsed === null) {
      const next = 'Write it with its prefix length, e.g. "192.168.10.20/24".';
      return [{ where: place, message: `${show(text)} is not an address with prefix`, next }];
    }
    if (!isUnicast(parsed)) {
      const next = 'Write an address a host can have.';
      return [{ where: place, message: `${show(text)} is not a unicast address`, next }];
    }
    const first = firstIndex.get(parsed.value) ?? index;
    firstIndex.set(parsed.value, first);
    if (first === index) return [];
    const message = `${show(text)} is the address of ${where}/${first} already`;
    return [{ where: place, message, next: 'Remove it.' }];
  });
}

/** The kernel refuses the unspecified address and multicast ones on an interface. */
function isUnicast({ family, value }: BoundAddress): boolean {
  if (value === 0n) return false;
  return family === 'ipv4' ? value >> 28n < 0xen : value >> 120n !== 0xffn;
}

/** At most one gateway for each family. */
export function gatewayProblems(where: string, texts: readonly string[]): Problem[] {
  const problems = texts.flatMap((text, index) => addressProblems(`${where}/${index}`, text));
  const [first, second] = texts.map(parseAddress);
  if (problems.length === 0 && second && first?.family === second.family) {
    const message = `${texts.join(' and ')} are both of ${first.family}`;
    return [{ where, message, next: 'Leave one gateway for each address family.' }];
  }
  return problems;
}

export function routeProblems(where: string, { to, via }: RouteInput): Problem[] {
  return [
    ...(to === 'default' ? [] : prefixProblems(`${where}/to`, to)),
    ...(via === undefined ? [] : addressProblems(`${where}/via`, via)),
    ...familyProblems(where, to, via),
  ];
}

function prefixProblems(where: string, text: string): Problem[] {
  const parsed = parseBoundAddress(text);
  if (parsed !== null && networkOf(parsed).value === parsed.value) return [];
  const next = 'Write "default" or a prefix in CIDR notation, e.g. "192.168.30.0/24".';
  return [{ where, message: `${show(text)} is not a prefix`, next }];
}

/** A next hop is of the prefix's family. */
function familyProblems(where: string, to: string, via: string | undefined): Problem[] {
  const target = parseBoundAddress(to)?.family;
  const hop = via === undefined ? undefined : parseAddress(via)?.family;
  if (target === undefined || hop === undefined || target === hop) return [];
  const message = `${show(to)} cannot be reached via ${show(via)}: one is ${target}, the other ${hop}`;
  return [{ where, message, next: 'Take both from one address family.' }];
}

export function policyProblems(where: string, { from, routes }: PolicyInput): Problem[] {
  const source = parseAddress(from) ?? parseBoundAddress(from);
  return [
    ...(source === null ? [sourceProblem(`${where}/from`, from)] : []),
    ...routes.flatMap((route, index) => routeProblems(`${where}/routes/${index}`, route)),
  ];
}

function sourceProblem(where: string, text: string): Problem {
  const next = 'Write one, e.g. "192.168.10.20" or "192.168.10.0/24".';
  return { where, message: `${show(text)} is not an address or prefix`, next };
}
