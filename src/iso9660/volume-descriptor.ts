import { pathTableLength, rootRecord, type Extent } from './directory.js';
import { padded, paddedUcs2, putBoth16, putBoth32, putBytes } from './field.js';

export const sectorBytes = 2048;

/** How a volume writes text: ISO 9660 itself in ASCII, its Joliet twin in UCS-2. */
export type Encoding = 'iso9660' | 'joliet';

export interface Volume {
  readonly encoding: Encoding;
  readonly label: string;
  readonly sectors: number;
  readonly root: Extent;
  /** Sectors of its two path tables. */
  readonly pathTables: { readonly littleEndian: number; readonly bigEndian: number };
}

/** ECMA-119 8.4 (primary) and 8.5 (supplementary, with Joliet's escape sequence for UCS-2 level 3). */
export function volumeDescriptor(volume: Volume): Uint8Array {
  const view = descriptor(volume.encoding === 'joliet' ? 2 : 1);
  const text = volume.encoding === 'joliet' ? paddedUcs2 : padded;
  if (volume.encoding === 'joliet') putBytes(view, 88, padded('%/E', 3));
  putBytes(view, 8, text('', 32));
  putBytes(view, 40, text(volume.label, 32));
  putBoth32(view, 80, volume.sectors);
  putBoth16(view, 120, 1);
  putBoth16(view, 124, 1);
  putBoth16(view, 128, sectorBytes);
  putBoth32(view, 132, pathTableLength);
  view.setUint32(140, volume.pathTables.littleEndian, true);
  view.setUint32(148, volume.pathTables.bigEndian, false);
  putBytes(view, 156, rootRecord(volume.root));
  // Publisher, preparer, application and files of copyright, abstract, bibliography: not given.
  for (const offset of [190, 318, 446, 574]) putBytes(view, offset, text('', 128));
  for (const offset of [702, 739, 776]) putBytes(view, offset, text('', 37));
  // Created, modified, expires, effective: not given (8.4.26.1).
  for (const offset of [813, 830, 847, 864]) putBytes(view, offset, padded('0'.repeat(16), 16));
  view.setUint8(881, 1);
  return new Uint8Array(view.buffer);
}

/** ECMA-119 8.3. */
export function terminator(): Uint8Array {
  return new Uint8Array(descriptor(255).buffer);
}

function descriptor(type: number): DataView {
  const view = new DataView(new ArrayBuffer(sectorBytes));
  view.setUint8(0, type);
  putBytes(view, 1, padded('CD001', 5));
  view.setUint8(6, 1);
  return view;
}
