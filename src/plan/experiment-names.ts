import type { ExperimentInput } from '../model/generated/topology.js';

/** Each experiment's name: the one given, else its kind, numbered from 2 where that is taken. */
export function uniqueNames(experiments: readonly ExperimentInput[]): string[] {
  const taken = new Set(experiments.map(({ name }) => name));
  return experiments.map(({ name, kind }) => {
    if (name !== undefined) return name;
    let free: string = kind;
    for (let count = 2; taken.has(free); count += 1) free = `${kind}-${count}`;
    taken.add(free);
    return free;
  });
}
