import type { PlannedInterface } from '../../model/plan.js';
import type { Words } from '../words/words.js';
import { headings, linkLines, portText, type Line } from './labels.js';
import type { Link, LinkEnd, Picture, Vertex } from './links.js';
import { rankedLayout, type Point, type RankedLayout, type Size } from './ranked-layout.js';
import { textWidth } from './text-width.js';

/** A rectangle by its upper left corner. */
export interface Box extends Point, Size {}

/** An interface's row in its node's box. */
export interface Port extends Point {
  readonly nic: PlannedInterface;
  readonly text: string;
  readonly side: 'left' | 'right';
}

export interface PlacedVertex extends Box {
  readonly vertex: Vertex;
  readonly lines: readonly Line[];
  readonly ports: readonly Port[];
}

export interface PlacedLink {
  readonly link: Link;
  readonly label: Box & { readonly lines: readonly Line[] };
  /** From the end to the label, and from there to the other end. */
  readonly curves: readonly [readonly Point[], readonly Point[]];
}

export interface PlacedPicture extends Size {
  readonly vertices: readonly PlacedVertex[];
  readonly links: readonly PlacedLink[];
}

/** In px. */
export const metrics = { font: 12, lineHeight: 18, padding: 12 } as const;

interface Sized<T> extends Size {
  readonly of: T;
  readonly lines: readonly Line[];
}

/** Places a picture from left to right: vertices and labels by rank, then the ports, then the links. */
export function placePicture(picture: Picture, words: Words): PlacedPicture {
  const sized = picture.vertices.map((vertex) => sizedVertex(vertex, words));
  const labels = picture.links.map((link) => sizedLabel(link, words));
  const ranked = rankedLayout(
    sized.map(({ of: { id }, ...size }) => ({ id, ...size })),
    labels.map(({ of: { id, from, to }, ...size }) => {
      return { id, ...size, from: from.vertex, to: to.vertex };
    }),
  );
  const vertices = sized.map((it) => placeVertex(it, picture, ranked));
  const links = labels.map((it) => placeLink(it, vertices, ranked));
  return { width: ranked.width, height: ranked.height, vertices, links };
}

function sizedLabel(link: Link, words: Words): Sized<Link> {
  const lines = linkLines(link, words);
  return { of: link, lines, ...linesSize(lines) };
}

function sizedVertex(vertex: Vertex, words: Words): Sized<Vertex> {
  const lines = headings(vertex, words);
  if (vertex.kind === 'segment') return { of: vertex, lines, ...linesSize(lines) };
  const ports = vertex.node.interfaces.map((nic): Line => ({
    text: portText(nic),
    style: 'plain',
  }));
  const { width, height } = linesSize([...lines, ...ports]);
  return { of: vertex, lines, width, height: height + metrics.padding };
}

function linesSize(lines: readonly Line[]): Size {
  // Alarms are bold and spaced.
  const widths = lines.map(({ text, style }) =>
    textWidth(text, style === 'alarm' ? metrics.font * 1.15 : metrics.font),
  );
  return {
    width: Math.max(...widths) + 2 * metrics.padding,
    height: lines.length * metrics.lineHeight + metrics.padding,
  };
}

function placeVertex(
  { of: vertex, lines, ...size }: Sized<Vertex>,
  picture: Picture,
  ranked: RankedLayout,
): PlacedVertex {
  const box = { ...corner(ranked.vertices.get(vertex.id), size), ...size };
  if (vertex.kind === 'segment') return { ...box, vertex, lines, ports: [] };
  const seats = vertex.node.interfaces.map((nic) =>
    seatOf({ vertex: vertex.id, nic }, picture, ranked),
  );
  seats.sort((one, other) => one.y - other.y);
  const top = box.y + lines.length * metrics.lineHeight + metrics.padding;
  const ports = seats.map(({ nic, side }, row) => ({
    ...{ nic, side, text: portText(nic) },
    x: side === 'left' ? box.x : box.x + box.width,
    y: top + (row + 0.5) * metrics.lineHeight,
  }));
  return { ...box, vertex, lines, ports };
}

/** On which side of its node an interface is plugged, and how high its link is. */
function seatOf(
  { vertex, nic }: { vertex: string; nic: PlannedInterface },
  { links }: Picture,
  { edges }: RankedLayout,
) {
  const isHere = (end: LinkEnd) => end.vertex === vertex && end.nic === nic;
  const link = links.find(({ from, to }) => isHere(from) || isHere(to));
  const side = link && isHere(link.to) ? ('left' as const) : ('right' as const);
  return { nic, side, y: edges.get(link?.id ?? '')?.y ?? Infinity };
}

function placeLink(
  { of: link, lines, ...size }: Sized<Link>,
  vertices: readonly PlacedVertex[],
  { edges }: RankedLayout,
): PlacedLink {
  const edge = edges.get(link.id);
  const label = { ...corner(edge, size), ...size, lines };
  const middle = label.y + label.height / 2;
  const enter = { x: label.x, y: middle };
  const leave = { x: label.x + label.width, y: middle };
  const bends = edge?.points.slice(1, -1) ?? [];
  const curves = [
    [anchorOf(link.from, vertices, 'right'), ...bends.filter(({ x }) => x < enter.x), enter],
    [leave, ...bends.filter(({ x }) => x > leave.x), anchorOf(link.to, vertices, 'left')],
  ] as const;
  return { link, label, curves };
}

/** Where a link touches its end: the interface's row, or the middle of a segment's side. */
function anchorOf({ vertex, nic }: LinkEnd, vertices: readonly PlacedVertex[], side: Port['side']) {
  const placed = vertices.find((it) => it.vertex.id === vertex);
  const port = placed?.ports.find((it) => it.nic === nic);
  if (port) return { x: port.x, y: port.y };
  const { x, y, width, height } = placed ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: side === 'left' ? x : x + width, y: y + height / 2 };
}

function corner(middle: Point | undefined, { width, height }: Size): Point {
  return { x: (middle?.x ?? 0) - width / 2, y: (middle?.y ?? 0) - height / 2 };
}
