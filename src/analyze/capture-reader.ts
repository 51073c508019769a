import { ByteWindow } from './byte-window.js';
import { u16, u32 } from './bytes.js';
import { Frame, type FormatReader, type Step } from './frame.js';
import { isPcapMagic, PcapReader } from './pcap.js';
import { PcapngReader, sectionHeader } from './pcapng.js';

/** Reads a capture file of either format as its bytes come in. Never throws. */
export class CaptureReader {
  readonly window = new ByteWindow();
  readonly frame = new Frame();
  /** `packet`: `frame` is filled; `hungry`: feed the window, or end it; `ended`: no more packets. */
  state: 'packet' | 'hungry' | 'ended' = 'hungry';
  /** What is wrong with the file, in plain words; reading ended there. */
  damage: string | null = null;
  reader: FormatReader | null = null;
  packets = 0;

  /** Goes on to the next packet. */
  advance(): void {
    for (;;) {
      const before = this.window.position;
      const step = this.reader === null ? this.#recognise() : this.reader.step(this.frame);
      if (step === 'nothing') continue;
      if (step === 'packet') {
        this.packets += 1;
        this.state = 'packet';
      } else if (step !== 'hungry') {
        this.#end(`${step.damage} at byte ${this.window.offsetOf(before)}`);
      } else if (this.window.ended) {
        this.#end(this.#cutAt(this.window.offsetOf(before)));
      } else {
        this.window.keep();
        this.state = 'hungry';
      }
      return;
    }
  }

  #recognise(): Step {
    if (!this.window.has(4)) return 'hungry';
    const { bytes, position } = this.window;
    const magic = u32(bytes, position);
    if (magic === sectionHeader) this.reader = new PcapngReader(this.window);
    else if (isPcapMagic(magic)) this.reader = new PcapReader(this.window);
    else return { damage: foreign(magic, u16(bytes, position)) };
    return 'nothing';
  }

  /** Null where the bytes end where a record does. */
  #cutAt(offset: number): string | null {
    const { window, reader } = this;
    if (window.isCut) return 'the file ends within a block';
    if (offset === 0)
      return window.has(1) ? 'the file ends within its header' : 'the file is empty';
    if (!window.has(1)) return null;
    const unit = reader?.format === 'pcapng' ? 'a block' : 'a record';
    return `the file ends within ${unit} at byte ${offset}`;
  }

  #end(damage: string | null): void {
    this.state = 'ended';
    this.damage = damage;
  }
}

const gzip = 0x1f8b;

function foreign(magic: number, start: number): string {
  const what = `no pcap or pcapng file: it starts with 0x${magic.toString(16).padStart(8, '0')}`;
  return start === gzip ? `${what}, which is gzip: unpack it first;` : what;
}
