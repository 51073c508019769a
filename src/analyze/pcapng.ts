import type { ByteWindow } from './byte-window.js';
import { u16, u16Little, u32, u32Little, u64, u64Little } from './bytes.js';
import type { FormatReader, Frame, InterfaceDescription, Step } from './frame.js';
import { maxPacketBytes } from './pcap.js';
import { pcapngOptions, type Order } from './pcapng-options.js';
import { PcapngTime } from './pcapng-time.js';

export const sectionHeader = 0x0a0d0d0a;
const block = {
  interface: 1,
  packet: 2,
  simplePacket: 3,
  statistics: 5,
  enhancedPacket: 6,
} as const;
const known: ReadonlySet<number> = new Set([sectionHeader, ...Object.values(block)]);
/** A packet with generous options; other blocks are passed over at any length. */
const maxBlockBytes = maxPacketBytes + 65_536;
/** No machine has more, and a file may not make us keep more. */
const maxInterfaces = 4096;
const byteOrderMagic = 0x1a2b3c4d;
const big: Order = { u16, u32, u64 };
const little: Order = { u16: u16Little, u32: u32Little, u64: u64Little };

/** pcapng, any section byte order, interfaces and timestamp units (draft-ietf-opsawg-pcapng). */
export class PcapngReader implements FormatReader {
  readonly format = 'pcapng';
  readonly interfaces: InterfaceDescription[] = [];
  readonly #times: PcapngTime[] = [];
  readonly #window: ByteWindow;
  #order = big;
  /** Interfaces are numbered anew in each section. */
  #sectionStart = 0;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  step(frame: Frame): Step {
    const window = this.#window;
    if (!window.has(12)) return 'hungry';
    const { bytes, position } = window;
    const type =
      u32(bytes, position) === sectionHeader ? sectionHeader : this.#order.u32(bytes, position);
    if (type === sectionHeader && !this.#readByteOrder(position)) {
      return { damage: 'a section header without byte order' };
    }
    const length = this.#order.u32(bytes, position + 4);
    if (length < 12 || length % 4 !== 0) return { damage: `a block claims ${length} bytes` };
    if (!known.has(type)) {
      window.skip(length);
      return 'nothing';
    }
    if (length > maxBlockBytes) return { damage: `a block claims ${length} bytes` };
    if (!window.has(length)) return 'hungry';
    window.position += length;
    return this.#read(type, { start: position + 8, end: position + length - 4 }, frame);
  }

  #readByteOrder(position: number): boolean {
    const { bytes } = this.#window;
    const order = [big, little].find(({ u32 }) => u32(bytes, position + 8) === byteOrderMagic);
    this.#order = order ?? big;
    return order !== undefined;
  }

  #read(type: number, body: Body, frame: Frame): Step {
    switch (type) {
      case sectionHeader:
        this.#sectionStart = this.interfaces.length;
        return 'nothing';
      case block.interface:
        return this.#readInterface(body);
      case block.statistics:
        return this.#readStatistics(body);
      case block.simplePacket:
        return this.#readSimplePacket(body, frame);
      default:
        return this.#readPacket(type, body, frame);
    }
  }

  #readInterface({ start, end }: Body): Step {
    const { bytes } = this.#window;
    if (end - start < 8) return { damage: 'an interface block is too short' };
    if (this.interfaces.length >= maxInterfaces) return { damage: 'too many interfaces' };
    const options = pcapngOptions(bytes, { start: start + 8, end }, this.#order);
    this.interfaces.push({
      linkType: this.#order.u16(bytes, start),
      snapLength: this.#order.u32(bytes, start + 4) || null,
      name: options.name,
      droppedPackets: null,
    });
    this.#times.push(new PcapngTime(options.resolution, options.offsetSeconds));
    return 'nothing';
  }

  #readStatistics({ start, end }: Body): Step {
    const { bytes } = this.#window;
    const described = this.interfaces[this.#sectionStart + this.#order.u32(bytes, start)];
    const { dropped } = pcapngOptions(bytes, { start: start + 12, end }, this.#order);
    if (described && dropped !== null) described.droppedPackets = dropped;
    return 'nothing';
  }

  #readPacket(type: number, { start, end }: Body, frame: Frame): Step {
    const { bytes } = this.#window;
    const { u16, u32 } = this.#order;
    if (end - start < 20) return { damage: 'a packet block is too short' };
    const id = type === block.packet ? u16(bytes, start) : u32(bytes, start);
    const index = this.#sectionStart + id;
    const time = this.#times[index];
    if (time === undefined)
      return { damage: `a packet of interface ${id}, which is not described` };
    const length = u32(bytes, start + 12);
    if (length > end - start - 20) return { damage: `a packet claims ${length} bytes` };
    time.set(u32(bytes, start + 4), u32(bytes, start + 8));
    frame.bytes = bytes;
    frame.start = start + 20;
    frame.end = frame.start + length;
    frame.wireLength = u32(bytes, start + 16);
    frame.seconds = time.seconds;
    frame.nanoseconds = time.nanoseconds;
    frame.interface = index;
    return 'packet';
  }

  /** It has neither time nor captured length of its own. */
  #readSimplePacket({ start, end }: Body, frame: Frame): Step {
    const described = this.interfaces[this.#sectionStart];
    if (described === undefined || end - start < 4) return { damage: 'a packet of no interface' };
    frame.bytes = this.#window.bytes;
    frame.start = start + 4;
    frame.wireLength = this.#order.u32(frame.bytes, start);
    frame.end = Math.min(
      end,
      frame.start + Math.min(frame.wireLength, described.snapLength ?? Infinity),
    );
    frame.interface = this.#sectionStart;
    return 'packet';
  }
}

interface Body {
  readonly start: number;
  readonly end: number;
}
