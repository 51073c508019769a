import { curveBumpX, line } from 'd3-shape';
import { markup, type Markup } from '../../quote/markup.js';
import { pathClass } from '../palette.js';
import type { Line } from './labels.js';
import { metrics, type PlacedLink, type PlacedPicture, type PlacedVertex } from './layout.js';
import type { Point } from './ranked-layout.js';

/** The content of the picture's `<svg>`: links below, boxes above. */
export function drawPicture({ vertices, links }: PlacedPicture): Markup {
  return markup`${links.map(drawCurves)}${vertices.map(drawVertex)}${links.map(drawLabel)}`;
}

const smooth = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
)
  .curve(curveBumpX)
  .digits(1);

function drawCurves({ link, curves }: PlacedLink): Markup {
  const { traffic, path } = link;
  const state = traffic?.state ?? 'unmeasured';
  const width = traffic?.state === 'busy' ? 2 + 6 * Math.sqrt(traffic.load) : 2;
  const kind = `link ${state} ${path === null ? 'shared' : pathClass(path)}`;
  return markup`<g class="${kind}" stroke-width="${round(width)}">${curves.map(
    (points) => markup`<path d="${smooth(points) ?? ''}"/>`,
  )}</g>`;
}

function drawLabel({ link, label }: PlacedLink): Markup {
  const state = link.traffic?.state ?? 'unmeasured';
  return markup`<g class="card ${state}"><rect x="${round(label.x)}" y="${round(label.y)}" width="${label.width}" height="${label.height}" rx="6"/>${textLines(
    label.lines,
    { x: label.x + label.width / 2, y: label.y + metrics.padding / 2 },
  )}</g>`;
}

function drawVertex({ vertex, lines, ports, ...box }: PlacedVertex): Markup {
  const kind = vertex.kind === 'node' ? vertex.node.role : 'segment';
  const radius = kind === 'host' ? 6 : kind === 'router' ? 16 : box.height / 2;
  const top = { x: box.x + box.width / 2, y: box.y + metrics.padding / 2 };
  return markup`<g class="vertex ${kind}"><rect x="${round(box.x)}" y="${round(box.y)}" width="${box.width}" height="${box.height}" rx="${round(radius)}"/>${textLines(lines, top)}${ports.map(drawPort(box))}</g>`;
}

const drawPort =
  (box: { readonly x: number; readonly width: number }) =>
  ({ x, y, text, side }: PlacedVertex['ports'][number]): Markup => {
    const inset = metrics.padding;
    const textX = side === 'left' ? box.x + inset : box.x + box.width - inset;
    const anchor = side === 'left' ? 'start' : 'end';
    return markup`<circle class="port" cx="${round(x)}" cy="${round(y)}" r="4"/><text class="port-text" x="${round(textX)}" y="${round(y + 4)}" text-anchor="${anchor}">${text}</text>`;
  };

function textLines(lines: readonly Line[], { x, y }: Point): Markup {
  return markup`${lines.map(
    ({ text, style }, row) =>
      markup`<text class="${style}" x="${round(x)}" y="${round(y + row * metrics.lineHeight + 13)}" text-anchor="middle">${text}</text>`,
  )}`;
}

const round = (value: number) => Number(value.toFixed(1));
