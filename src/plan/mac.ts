import { sha256 } from '../model/sha256.js';

/**
 * Gives each NIC of a lab a MAC in VirtualBox's range (OUI 08:00:27), from a hash of lab, node and
 * adapter, so that it stays the same whatever else is added to the lab.
 */
export function macAllocator(lab: string): (node: string, adapter: number) => string {
  const taken = new Set<string>();
  return (node, adapter) => {
    let attempt = 0;
    let mac = hashedMac(`${lab}/${node}/${adapter}`);
    while (taken.has(mac)) {
      attempt += 1;
      mac = hashedMac(`${lab}/${node}/${adapter}/${attempt}`);
    }
    taken.add(mac);
    return mac;
  };
}

function hashedMac(seed: string): string {
  const hex = sha256(seed);
  return `08:00:27:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}
