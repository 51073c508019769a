import type { ByteWindow } from './byte-window.js';
import { u32, u32Little } from './bytes.js';
import type { FormatReader, Frame, InterfaceDescription, Step } from './frame.js';

const fileHeaderBytes = 24;
const recordHeaderBytes = 16;
/** Above any snap length tcpdump and dumpcap use; a longer record is a lie. */
export const maxPacketBytes = 262_144;

interface Layout {
  readonly read: (bytes: Uint8Array, at: number) => number;
  readonly nsPerFraction: number;
}

const layouts: Readonly<Record<number, Layout>> = {
  0xa1b2c3d4: { read: u32, nsPerFraction: 1000 },
  0xd4c3b2a1: { read: u32Little, nsPerFraction: 1000 },
  0xa1b23c4d: { read: u32, nsPerFraction: 1 },
  0x4d3cb2a1: { read: u32Little, nsPerFraction: 1 },
};

export function isPcapMagic(magic: number): boolean {
  return magic in layouts;
}

/** Classic pcap, both byte orders, microseconds or nanoseconds (draft-ietf-opsawg-pcap). */
export class PcapReader implements FormatReader {
  readonly format = 'pcap';
  readonly interfaces: InterfaceDescription[] = [];
  readonly #window: ByteWindow;
  #layout: Layout | undefined;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  step(frame: Frame): Step {
    const window = this.#window;
    const layout = this.#layout;
    if (layout === undefined) return this.#readFileHeader();
    if (!window.has(recordHeaderBytes)) return 'hungry';
    const { bytes, position } = window;
    const length = layout.read(bytes, position + 8);
    if (length > maxPacketBytes) return { damage: `a record claims ${length} bytes` };
    if (!window.has(recordHeaderBytes + length)) return 'hungry';
    frame.bytes = bytes;
    frame.start = position + recordHeaderBytes;
    frame.end = frame.start + length;
    frame.wireLength = layout.read(bytes, position + 12);
    frame.seconds = layout.read(bytes, position);
    frame.nanoseconds = layout.read(bytes, position + 4) * layout.nsPerFraction;
    if (frame.nanoseconds >= 1e9) carrySeconds(frame);
    window.position = frame.end;
    return 'packet';
  }

  #readFileHeader(): Step {
    const window = this.#window;
    if (!window.has(fileHeaderBytes)) return 'hungry';
    const { bytes, position } = window;
    const layout = layouts[u32(bytes, position)];
    if (layout === undefined) return { damage: 'no pcap file' };
    this.#layout = layout;
    this.interfaces.push({
      // The upper half holds the length of the frame check sequence.
      linkType: layout.read(bytes, position + 20) & 0xffff,
      snapLength: layout.read(bytes, position + 16) || null,
      ...{ name: null, droppedPackets: null },
    });
    window.position += fileHeaderBytes;
    return 'nothing';
  }
}

/** No fraction is a second or more, but files say so; times are compared second by second. */
function carrySeconds(frame: Frame): void {
  frame.seconds += Math.floor(frame.nanoseconds / 1e9);
  frame.nanoseconds %= 1e9;
}
