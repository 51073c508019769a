import { i32, u16, u8 } from './bytes.js';

const enum bit {
  ack = 0x01,
  wideAck = 0x02,
  mapping = 0x04,
  wideSequence = 0x08,
  fin = 0x10,
}

/**
 * The Data Sequence Signal (RFC 8684 section 3.3) that is being looked at: one object for all. Its 32-bit
 * numbers are signed, which V8 keeps unboxed.
 */
export class Dss {
  hasAck = false;
  isAckWide = false;
  /** Upper half: 0 where only 4 bytes were sent. */
  ackUpper = 0;
  ackLower = 0;
  hasMapping = false;
  isSequenceWide = false;
  sequenceUpper = 0;
  sequenceLower = 0;
  /** Relative to the subflow's initial sequence number. */
  subflowSequence = 0;
  /** 0 announces an infinite mapping. */
  dataLength = 0;
  /** Null where the option has none. */
  checksum: number | null = null;
  dataFin = false;

  /** Decodes a whole option; false where its length does not fit its flags. */
  decode(bytes: Uint8Array, at: number, length: number): boolean {
    const flags = u8(bytes, at + 3);
    this.hasAck = (flags & bit.ack) !== 0;
    this.isAckWide = (flags & bit.wideAck) !== 0;
    this.hasMapping = (flags & bit.mapping) !== 0;
    this.isSequenceWide = (flags & bit.wideSequence) !== 0;
    this.dataFin = (flags & bit.fin) !== 0;
    const mapping = at + 4 + (this.hasAck ? (this.isAckWide ? 8 : 4) : 0);
    const end = mapping + (this.hasMapping ? (this.isSequenceWide ? 14 : 10) : 0);
    const rest = at + length - end;
    if (length < 4 || (rest !== 0 && (rest !== 2 || !this.hasMapping))) return false;
    if (this.hasAck) this.#decodeAck(bytes, at + 4);
    if (this.hasMapping) this.#decodeMapping(bytes, mapping);
    this.checksum = rest === 2 ? u16(bytes, end) : null;
    return true;
  }

  #decodeAck(bytes: Uint8Array, at: number): void {
    this.ackUpper = this.isAckWide ? i32(bytes, at) : 0;
    this.ackLower = i32(bytes, this.isAckWide ? at + 4 : at);
  }

  #decodeMapping(bytes: Uint8Array, at: number): void {
    const lower = this.isSequenceWide ? at + 4 : at;
    this.sequenceUpper = this.isSequenceWide ? i32(bytes, at) : 0;
    this.sequenceLower = i32(bytes, lower);
    this.subflowSequence = i32(bytes, lower + 4);
    this.dataLength = u16(bytes, lower + 8);
  }
}
