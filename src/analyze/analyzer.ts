import type { CaptureAnalysis } from '../model/analysis.js';
import { CaptureReader } from './capture-reader.js';
import type { Frame } from './frame.js';
import { Interfaces, type CaptureName, type SeenInterface } from './interfaces.js';
import { networkStart } from './link-layer.js';
import { summarize } from './summarize.js';
import { Tracker } from './tracker.js';

/** A capture file, and what was passed over in it. */
export interface Source extends CaptureName {
  readonly reader: CaptureReader;
  readonly interfaces: Interfaces;
  tcpPackets: number;
  fragments: number;
  /** Segments of no length of their own, or longer than any link carries. */
  beforeOffload: number;
}

/** Above Ethernet's jumbo frames. */
const longestFrame = 9216 + 22;

/**
 * Analyses captures of the same packets, or of others of the same connections, as their bytes come in:
 * `run` works until a file needs bytes, which `feed` gives it. Packets are taken in the order of time
 * over all files, and memory does not grow with them.
 */
export class Analyzer {
  readonly sources: readonly Source[];
  readonly interfaces: SeenInterface[] = [];
  readonly tracker = new Tracker();
  /** Of the first packet; NaN before. */
  baseSeconds = NaN;
  firstNs = Infinity;
  lastNs = -Infinity;

  constructor(names: readonly CaptureName[]) {
    this.sources = names.map((name, index) => ({
      ...name,
      reader: new CaptureReader(),
      interfaces: new Interfaces(this.interfaces, index),
      ...{ tcpPackets: 0, fragments: 0, beforeOffload: 0 },
    }));
  }

  /** The bytes of a file that come next, or null where it ends. They must stay as they are until the next. */
  feed(index: number, chunk: Uint8Array | null): void {
    const reader = this.sources[index]?.reader;
    if (reader === undefined) return;
    if (chunk === null) reader.window.ended = true;
    else reader.window.feed(chunk);
    reader.advance();
  }

  /** Goes on until a file needs bytes, and gives its index; -1 when all have ended. */
  run(): number {
    for (;;) {
      const hungry = this.sources.findIndex(({ reader }) => reader.state === 'hungry');
      if (hungry !== -1) return hungry;
      if (Number.isNaN(this.baseSeconds)) this.#setBase();
      const source = this.#earliest(null);
      if (source === null) return -1;
      const next = this.#earliest(source)?.reader.frame ?? null;
      const { reader } = source;
      do {
        this.#take(source);
        reader.advance();
      } while (reader.state === 'packet' && (next === null || isBefore(reader.frame, next)));
    }
  }

  finish(): CaptureAnalysis {
    return summarize(this);
  }

  /** The file with the earliest packet, but for one. */
  #earliest(but: Source | null): Source | null {
    let earliest: Source | null = null;
    for (const source of this.sources) {
      if (source === but || source.reader.state !== 'packet') continue;
      // At the same time, the file that was named first goes first.
      if (earliest === null || isBefore(source.reader.frame, earliest.reader.frame))
        earliest = source;
    }
    return earliest;
  }

  #setBase(): void {
    const first = this.sources.filter(({ reader }) => reader.state === 'packet');
    if (first.length > 0)
      this.baseSeconds = Math.min(...first.map((it) => it.reader.frame.seconds));
  }

  #take(source: Source): void {
    const { reader } = source;
    const { frame } = reader;
    const { packet } = this.tracker;
    const seen = source.interfaces.of(reader);
    seen.packets += 1;
    if (packet.bytes !== frame.bytes) packet.bytes = frame.bytes;
    packet.start = frame.start;
    packet.end = frame.end;
    packet.wireLength = frame.wireLength;
    packet.interface = seen.number;
    const timeNs = (frame.seconds - this.baseSeconds) * 1e9 + frame.nanoseconds;
    packet.timeNs = timeNs;
    if (timeNs < this.firstNs) this.firstNs = timeNs;
    if (timeNs > this.lastNs) this.lastNs = timeNs;
    const at = networkStart(seen.link, frame.bytes, frame);
    if (at !== -1) this.#takeSegment(source, at);
  }

  #takeSegment(source: Source, at: number): void {
    const { packet } = this.tracker;
    const isTcp = packet.decode(at);
    if (packet.isFragment) source.fragments += 1;
    if (!isTcp) return;
    source.tcpPackets += 1;
    if (packet.isUnsized || packet.wireLength > longestFrame) source.beforeOffload += 1;
    this.tracker.track();
  }
}

function isBefore(one: Frame, other: Frame): boolean {
  return (
    one.seconds < other.seconds ||
    (one.seconds === other.seconds && one.nanoseconds < other.nanoseconds)
  );
}
