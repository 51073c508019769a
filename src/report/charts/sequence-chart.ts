import { markup, type Markup } from '../../quote/markup.js';
import { pathClass, pathStyle } from '../palette.js';
import type { SequencePoint, Transfer } from '../transfer/transfer.js';
import type { Words } from '../words/words.js';
import { axes, chart, pixel, plotOf, type ChartText, type Plot } from './plot.js';
import { byteUnit, timeUnit, type Unit } from './units.js';

/** Of all subflows; more would hide each other. */
const mostMarks = 170;

/** The place in the connection's data of what each subflow sent, over time. */
export function sequenceChart(transfer: Transfer, text: ChartText, words: Words): Markup {
  const { subflows, slots } = transfer;
  const most = Math.max(1, ...subflows.flatMap(({ sequence }) => sequence.map((it) => it.offset)));
  const [time, bytes] = [timeUnit(slots.durationMs), byteUnit(most)];
  const plot = plotOf(slots.durationMs / time.size, most / bytes.size);
  const names = {
    x: `${words.charts.time} (${time.name})`,
    y: `${words.charts.offset} (${bytes.name})`,
  };
  const dots = subflows.map(({ path, sequence }, index) => {
    const turn = { index, of: subflows.length };
    const marks = taken(sequence, slots.durationMs, turn).map(placed(plot, time, bytes));
    return markup`<path class="dots ${pathClass(path)}" d="${marks.map((at) => at + pathStyle(path).mark).join('')}"/>`;
  });
  return chart(text, markup`${axes(plot, names)}${dots}`);
}

const placed =
  ({ x, y }: Plot, time: Unit, bytes: Unit) =>
  ({ atMs, offset }: SequencePoint): string =>
    `M${pixel(x(atMs / time.size))} ${pixel(y(offset / bytes.size))}`;

/** Points spread evenly over time; the subflows take turns, so that none hides the others. */
function taken(
  points: readonly SequencePoint[],
  durationMs: number,
  turn: { readonly index: number; readonly of: number },
): readonly SequencePoint[] {
  const everyMs = (durationMs * turn.of) / mostMarks;
  let dueMs = (everyMs * turn.index) / turn.of;
  return points.filter(({ atMs }) => {
    if (atMs < dueMs) return false;
    dueMs += everyMs * (Math.floor((atMs - dueMs) / everyMs) + 1);
    return true;
  });
}
