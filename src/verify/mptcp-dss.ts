import type { ByteReader } from './byte-reader.js';

/** Data Sequence Signal, RFC 8684 section 3.3. */
export interface Dss {
  readonly subtype: 'dss';
  /** Last byte of the connection's data is within or before this mapping. */
  readonly dataFin: boolean;
  /** Data-level acknowledgement, 4 or 8 bytes wide, or null. */
  readonly dataAck: bigint | null;
  readonly mapping: DssMapping | null;
}

/** Which connection-level bytes a range of the subflow's bytes holds. */
export interface DssMapping {
  /** Data sequence number; only its lower 32 bits where the option had 4 bytes for it. */
  readonly dataSequence: bigint;
  /** Relative to the subflow's initial sequence number. */
  readonly subflowSequence: number;
  /** 0 announces a fallback to TCP (infinite mapping, section 3.7). */
  readonly dataLength: number;
}

const flag = { ack: 0x01, wideAck: 0x02, mapping: 0x04, wideSequence: 0x08, fin: 0x10 } as const;

/** Decodes a DSS option; null where its length does not fit its flags. */
export function decodeDss(option: ByteReader): Dss | null {
  if (option.length < 4) return null;
  const flags = option.u8(3);
  const ackBytes = width(flags, flag.ack, flag.wideAck);
  const sequenceBytes = width(flags, flag.mapping, flag.wideSequence);
  const mappingAt = 4 + ackBytes;
  const end = mappingAt + (sequenceBytes > 0 ? sequenceBytes + 6 : 0);
  // A mapping may be followed by a checksum of two bytes.
  if (option.length !== end && option.length !== end + 2) return null;
  return {
    subtype: 'dss',
    dataFin: (flags & flag.fin) !== 0,
    dataAck: ackBytes > 0 ? number(option, 4, ackBytes) : null,
    mapping:
      sequenceBytes > 0
        ? {
            dataSequence: number(option, mappingAt, sequenceBytes),
            subflowSequence: option.u32(mappingAt + sequenceBytes),
            dataLength: option.u16(mappingAt + sequenceBytes + 4),
          }
        : null,
  };
}

function width(flags: number, present: number, wide: number): 0 | 4 | 8 {
  if ((flags & present) === 0) return 0;
  return (flags & wide) !== 0 ? 8 : 4;
}

function number(option: ByteReader, offset: number, bytes: number): bigint {
  return bytes === 8 ? option.u64(offset) : BigInt(option.u32(offset));
}
