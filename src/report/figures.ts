/** Bytes in decimal units with three significant digits, e.g. `31.2 MB`. */
export function showBytes(bytes: number): string {
  return withUnit(bytes, ['B', 'kB', 'MB', 'GB', 'TB']);
}

/** Mbit/s without needless digits, e.g. `47 Mbit/s`. */
export function showRate(rateMbit: number): string {
  return `${Number(rateMbit.toFixed(rateMbit < 10 ? 2 : 1))} Mbit/s`;
}

export function showPercent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function withUnit(value: number, units: readonly string[]): string {
  const [first = '', ...larger] = units;
  const isLast = larger.length === 0 || value < 999.5;
  if (!isLast) return withUnit(value / 1000, larger);
  return `${Number.isInteger(value) ? value : Number(value.toPrecision(3))} ${first}`;
}
