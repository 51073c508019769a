/** A packet as the capture file holds it. */
export interface Frame {
  readonly type: 'frame';
  /** Nanoseconds since the epoch. */
  readonly timestampNs: bigint;
  /** LINKTYPE_ value of the pcap registry: 1 Ethernet, 113 SLL, 276 SLL2, 101 raw IP. */
  readonly linkType: number;
  /** Bytes it had on the wire; `data` is shorter where the snap length cut it. */
  readonly originalLength: number;
  readonly data: Uint8Array;
}

/** Where a capture file is not what it should be; reading ends there. */
export interface Damage {
  readonly type: 'damage';
  readonly message: string;
}

const fileHeaderBytes = 24;
const recordHeaderBytes = 16;
/** Above any snap length tcpdump and dumpcap use; a longer record is a lie. */
const maxRecordBytes = 262_144;

interface Format {
  readonly littleEndian: boolean;
  readonly nsPerFraction: bigint;
}

const formats: Readonly<Record<number, Format>> = {
  0xa1b2c3d4: { littleEndian: false, nsPerFraction: 1000n },
  0xd4c3b2a1: { littleEndian: true, nsPerFraction: 1000n },
  0xa1b23c4d: { littleEndian: false, nsPerFraction: 1n },
  0x4d3cb2a1: { littleEndian: true, nsPerFraction: 1n },
};

/**
 * Frames of a classic pcap file, in both byte orders, with microseconds or nanoseconds
 * (draft-ietf-opsawg-pcap). Damaged input ends in one `Damage`, never in an exception.
 */
export function* readPcap(file: Uint8Array): Generator<Frame | Damage, void, void> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < fileHeaderBytes) return yield damage('the file ends within its header');
  const magic = view.getUint32(0);
  const format = formats[magic];
  if (!format) return yield damage(`no pcap file: it starts with 0x${magic.toString(16)}`);
  // The upper half holds the length of the frame check sequence (LINKTYPE_ is 16 bits).
  const linkType = view.getUint32(20, format.littleEndian) & 0xffff;

  for (let offset = fileHeaderBytes; offset < file.length;) {
    const record = readRecord(view, offset, format);
    if (typeof record === 'string') return yield damage(`${record} at byte ${offset}`);
    const start = offset + recordHeaderBytes;
    const data = file.subarray(start, start + record.capturedLength);
    yield { type: 'frame', linkType, data, ...record };
    offset = start + record.capturedLength;
  }
}

interface RecordHeader {
  readonly timestampNs: bigint;
  readonly capturedLength: number;
  readonly originalLength: number;
}

/** A record's header, or what is wrong with it. */
function readRecord(view: DataView, offset: number, format: Format): RecordHeader | string {
  const left = view.byteLength - offset - recordHeaderBytes;
  if (left < 0) return 'the file ends within a record header';
  const field = (index: number) => view.getUint32(offset + 4 * index, format.littleEndian);
  const [capturedLength, originalLength] = [field(2), field(3)];
  if (capturedLength > maxRecordBytes) return `a record claims ${capturedLength} bytes`;
  if (capturedLength > left) return 'the file ends within a packet';
  const timestampNs = BigInt(field(0)) * 1_000_000_000n + BigInt(field(1)) * format.nsPerFraction;
  return { timestampNs, capturedLength, originalLength };
}

function damage(message: string): Damage {
  return { type: 'damage', message };
}
