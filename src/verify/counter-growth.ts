import type { CounterPair } from '../model/evidence.js';

/** How much a MIB counter grew during the run; 0 where the kernel does not have it. */
export function growth({ before, after }: CounterPair, name: string): number {
  return (after[name] ?? 0) - (before[name] ?? 0);
}

/** The counters that grew among those a pattern names, with their growth. */
export function grown({ before, after }: CounterPair, pattern: RegExp): [string, number][] {
  return Object.keys(after)
    .filter((name) => pattern.test(name))
    .map((name): [string, number] => [name, growth({ before, after }, name)])
    .filter(([, by]) => by > 0);
}
