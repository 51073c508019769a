/** A unit for an axis, and how many of the base unit it is. */
export interface Unit {
  readonly name: string;
  readonly size: number;
}

/** The unit in which a time in ms is read best. */
export function timeUnit(mostMs: number): Unit {
  return mostMs < 1000 ? { name: 'ms', size: 1 } : { name: 's', size: 1000 };
}

const byteUnits: readonly Unit[] = ['B', 'kB', 'MB', 'GB', 'TB'].map((name, power) => ({
  name,
  size: 1000 ** power,
}));

/** The unit in which bytes are read best. */
export function byteUnit(mostBytes: number): Unit {
  return byteUnits.findLast(({ size }) => size <= mostBytes) ?? { name: 'B', size: 1 };
}
