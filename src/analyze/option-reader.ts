import { i32, u8 } from './bytes.js';
import { Dss } from './dss.js';
import {
  decodeMptcpOption,
  dssSubtype,
  type MpCapable,
  type MpJoin,
  type MpSignal,
} from './mptcp-option.js';
import type { Packet } from './packet.js';

const endOfOptions = 0;
const noOperation = 1;
const mptcpKind = 30;
/** Two no-operations and a timestamp's kind and length: what most segments start with (RFC 7323, appendix A). */
const paddedTimestamp = 0x0101080a;
const paddedTimestampBytes = 12;

/** The MPTCP options of the packet that is being looked at. */
export class OptionReader {
  readonly dss = new Dss();
  hasDss = false;
  capable: MpCapable | null = null;
  join: MpJoin | null = null;
  readonly signals: MpSignal[] = [];
  /** Options of kind 30, over all packets, that neither RFC defines. */
  malformed = 0;

  get hasAny(): boolean {
    return this.hasDss || this.capable !== null || this.join !== null || this.signals.length > 0;
  }

  /** Walks the option list; a malformed or cut option ends the walk. */
  read(packet: Packet): void {
    this.hasDss = false;
    this.capable = this.join = null;
    if (this.signals.length > 0) this.signals.length = 0;
    const { bytes } = packet;
    const end = packet.optionsCapturedEnd;
    let at = packet.optionsStart;
    if (at + paddedTimestampBytes <= end && i32(bytes, at) === paddedTimestamp) {
      at += paddedTimestampBytes;
    }
    while (at < end) {
      const type = u8(bytes, at);
      if (type === noOperation) {
        at += 1;
        continue;
      }
      const length = at + 1 < end ? u8(bytes, at + 1) : 0;
      if (type === endOfOptions || length < 2 || at + length > end) return;
      if (type === mptcpKind) this.#read(bytes, at, length);
      at += length;
    }
  }

  #read(bytes: Uint8Array, at: number, length: number): void {
    if (length > 2 && u8(bytes, at + 2) >> 4 === dssSubtype) {
      if (this.dss.decode(bytes, at, length)) this.hasDss = true;
      else this.malformed += 1;
      return;
    }
    const option = decodeMptcpOption(bytes.subarray(at, at + length));
    if (option === null) this.malformed += 1;
    else if (option.subtype === 'mp-capable') this.capable = option;
    else if (option.subtype === 'mp-join') this.join = option;
    else this.signals.push(option);
  }
}
