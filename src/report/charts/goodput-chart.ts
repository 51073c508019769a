import { area, curveMonotoneX, line } from 'd3-shape';
import { markup, type Markup } from '../../quote/markup.js';
import { pathClass } from '../palette.js';
import { slotEnd } from '../transfer/goodput.js';
import type { Slots, Transfer } from '../transfer/transfer.js';
import type { Words } from '../words/words.js';
import { axes, chart, pixel, plotOf, type ChartText, type Plot } from './plot.js';
import { timeUnit } from './units.js';

/** Mbit/s over time: each subflow, their sum, and what the shaped rates let through, if they are known. */
export function goodputChart(
  transfer: Transfer,
  limitMbit: number | null,
  text: ChartText,
  words: Words,
): Markup {
  const { slots, sumMbit, subflows } = transfer;
  const { durationMs } = slots;
  const unit = timeUnit(durationMs);
  const plot = plotOf(durationMs / unit.size, Math.max(...sumMbit, limitMbit ?? 0));
  const draw = curves(slots, plot, unit.size);
  const names = { x: `${words.charts.time} (${unit.name})`, y: 'Mbit/s' };
  return chart(
    text,
    markup`${axes(plot, names)}<path class="under" d="${draw.under(sumMbit)}"/><path class="sum" d="${draw.curve(sumMbit)}"/>${
      limitMbit === null ? null : limitLine(plot, limitMbit)
    }${subflows.map(
      ({ path, goodputMbit }) =>
        markup`<path class="curve ${pathClass(path)}" d="${draw.curve(goodputMbit)}"/>`,
    )}`,
  );
}

function limitLine({ x, y }: Plot, limitMbit: number): Markup {
  const [from = 0, to = 0] = x.range();
  return markup`<path class="limit" d="M${from} ${pixel(y(limitMbit))}H${to}"/>`;
}

function curves(slots: Slots, { x, y }: Plot, msPerUnit: number) {
  const middle = (slot: number) => (slot * slots.slotMs + slotEnd(slots, slot)) / 2;
  const atX = (_: number, slot: number) => x(middle(slot) / msPerUnit);
  const atY = (mbit: number) => y(mbit);
  const curve = line<number>(atX, atY).curve(curveMonotoneX).digits(1);
  const under = area<number>(atX, y(0), atY).curve(curveMonotoneX).digits(1);
  return {
    curve: (values: readonly number[]) => curve([...values]) ?? '',
    under: (values: readonly number[]) => under([...values]) ?? '',
  };
}
