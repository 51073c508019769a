import { contains, networkOf, parseAddress, parseBoundAddress } from '../../model/ip.js';
import type { PathSymptom } from './path-symptom.js';

/** The client's first rule for a path's address, or null. */
export function leadingRule({ settings, path }: PathSymptom) {
  return settings.sourceRules.find(({ from }) => covers(from, path.address)) ?? null;
}

function covers(from: string, address: string): boolean {
  const [prefix, wanted] = [parseBoundAddress(from), parseAddress(address)];
  return prefix !== null && wanted !== null
    ? contains(networkOf(prefix), wanted)
    : from === address;
}
