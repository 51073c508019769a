import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { markup, type Markup } from '../../quote/markup.js';

/** A chart's scales, and the area they map to. */
export interface Plot {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

export const plotSize = { width: 860, height: 330 } as const;
const area = { left: 64, right: 844, top: 34, bottom: 282 } as const;

/** Time to the right up to `mostX`, values upward from 0 to a round figure above `mostY`. */
export function plotOf(mostX: number, mostY: number): Plot {
  return {
    x: scaleLinear([0, mostX], [area.left, area.right]),
    y: scaleLinear([0, mostY > 0 ? mostY : 1], [area.bottom, area.top]).nice(5),
  };
}

export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

/** The grid with its figures, and what they are. */
export function axes({ x, y }: Plot, names: AxisNames): Markup {
  const rows = y.ticks(5).map((tick) => {
    const at = pixel(y(tick));
    return markup`<path class="grid" d="M${area.left} ${at}H${area.right}"/><text x="${area.left - 8}" y="${pixel(at + 4)}" text-anchor="end">${figure(tick)}</text>`;
  });
  const columns = x.ticks(8).map((tick) => {
    const at = pixel(x(tick));
    return markup`<path class="grid" d="M${at} ${area.bottom}v5"/><text x="${at}" y="${area.bottom + 20}" text-anchor="middle">${figure(tick)}</text>`;
  });
  return markup`<g class="axis">${rows}${columns}<text x="${area.left - 52}" y="${area.top - 16}">${names.y}</text><text x="${(area.left + area.right) / 2}" y="${plotSize.height - 8}" text-anchor="middle">${names.x}</text></g>`;
}

/** A coordinate to a tenth of a pixel. */
export function pixel(value: number): number {
  return Number(value.toFixed(1));
}

function figure(tick: number): string {
  return String(Number(tick.toPrecision(6)));
}

export interface ChartText {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in words. */
  readonly description: string;
}

/** A chart that tells its title and what is to be seen to those who do not see it. */
export function chart({ id, title, description }: ChartText, content: Markup): Markup {
  const { width, height } = plotSize;
  return markup`<svg class="drawing chart" role="img" aria-labelledby="${id}-title ${id}-about" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${id}-title">${title}</title><desc id="${id}-about">${description}</desc>${content}</svg>`;
}
