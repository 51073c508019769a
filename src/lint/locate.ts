import type { TopologyInput } from '../model/generated/topology.js';
import { pointer, resolvePointer } from '../model/pointer.js';
import type { Place } from './rule.js';

/** A place as a pointer to the nearest thing that is written there, and whole in words. */
export function locate(
  topology: TopologyInput | null,
  at: Place,
): { readonly where: string; readonly path: string } {
  const written = at.findIndex((_, index) => !isWritten(topology, at.slice(0, index + 1)));
  const keys = written === -1 ? at : at.slice(0, written);
  return { where: pointer(...keys) || '/', path: inWords(at) };
}

function isWritten(topology: TopologyInput | null, keys: Place): boolean {
  return topology === null || resolvePointer(topology, pointer(...keys)) !== undefined;
}

function inWords(at: Place): string {
  return at.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    const plain = /^[\w-]+$/.test(key);
    if (!plain) return `${words}[${JSON.stringify(key)}]`;
    return words === '' ? key : `${words}.${key}`;
  }, '');
}
