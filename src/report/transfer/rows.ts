import { showBytes, showPercent } from '../figures.js';
import { timeUnit } from '../charts/units.js';
import type { Words } from '../words/words.js';
import { slotEnd } from './goodput.js';
import { socketText, subflowText } from './subflow-text.js';
import type { Transfer, TransferSubflow } from './transfer.js';

export function subflowHead({ columns }: Words): string[] {
  const { subflow, leavesBy, state, rtt, data, share, mean, again } = columns;
  return [subflow, leavesBy, state, rtt, data, share, mean, again];
}

/** A row for each subflow: where its data went and how much it was. */
export function subflowRows({ subflows, slots }: Transfer, words: Words): string[][] {
  return subflows.map((it) => [
    `${socketText(it.client)} → ${socketText(it.server)}`,
    it.devices.join(', '),
    it.backup ? `${words.subflowState[it.state]}, ${words.backup}` : words.subflowState[it.state],
    it.rttMs === null ? '–' : `${Number(it.rttMs.toPrecision(3))} ms`,
    showBytes(it.bytes),
    showPercent(it.share),
    meanText(it, slots.durationMs),
    showBytes(it.againBytes),
  ]);
}

export function goodputHead({ subflows, slots }: Transfer, { charts }: Words): string[] {
  const { name } = timeUnit(slots.durationMs);
  return [`${charts.time} (${name})`, ...subflows.map(subflowText), charts.sum];
}

/** Mbit/s by time slot, of each subflow and of all. */
export function goodputRows({ slots, subflows, sumMbit }: Transfer): string[][] {
  const { size } = timeUnit(slots.durationMs);
  const time = (ms: number) => String(Number((ms / size).toPrecision(4)));
  return sumMbit.map((sum, slot) => [
    `${time(slot * slots.slotMs)} – ${time(slotEnd(slots, slot))}`,
    ...subflows.map(({ goodputMbit }) => (goodputMbit[slot] ?? 0).toFixed(2)),
    sum.toFixed(2),
  ]);
}

/** What a chart shows, for those who do not see it. */
export function describeTransfer(transfer: Transfer, words: Words): string {
  const each = transfer.subflows.map(
    (it) =>
      `${subflowText(it)}: ${showBytes(it.bytes)}, ${showPercent(it.share)}, ${meanText(it, transfer.slots.durationMs)}`,
  );
  return [...each, coverageText(transfer, words)].join('; ');
}

/** How much data there was, which way it went, and whether all of it was seen. */
export function coverageText(transfer: Transfer, { charts }: Words): string {
  const { way, bytes, contiguous, missingBytes } = transfer;
  const missing = contiguous ? null : showBytes(missingBytes);
  return charts.coverage(showBytes(bytes), charts.way[way], missing);
}

function meanText({ bytes }: TransferSubflow, durationMs: number): string {
  return `${durationMs > 0 ? ((bytes * 8) / 1000 / durationMs).toFixed(2) : 0} Mbit/s`;
}
