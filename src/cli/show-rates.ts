import type { PathRate } from '../model/event.js';

const barWidth = 20;

/** A line for each path: its interface, a bar, and how much it sends. */
export function rateLines(rates: readonly PathRate[]): string[] {
  const most = Math.max(
    1,
    ...rates.map(({ txMbit, shapedMbit }) => Math.max(txMbit, shapedMbit ?? 0)),
  );
  const width = Math.max(0, ...rates.map(({ device }) => device.length));
  return rates.map(({ device, txMbit, shapedMbit }) => {
    const bar = '#'.repeat(Math.round((barWidth * Math.max(0, txMbit)) / most));
    const limit = shapedMbit === null ? '' : ` of ${shapedMbit}`;
    const rate = txMbit.toFixed(1).padStart(7);
    return `  ${device.padEnd(width)} ${bar.padEnd(barWidth, '.')} ${rate}${limit} Mbit/s`;
  });
}

export function ratesInOneLine(rates: readonly PathRate[]): string {
  return rates.map(({ device, txMbit }) => `${device} ${txMbit.toFixed(1)} Mbit/s`).join(', ');
}
