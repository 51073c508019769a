import { putBoth16, putBoth32, putBytes } from './field.js';

/** Where a file or directory lies in the image. */
export interface Extent {
  readonly sector: number;
  readonly byteLength: number;
}

export interface DirectoryEntry extends Extent {
  /** The file identifier as the volume encodes it. */
  readonly identifier: Uint8Array;
}

/** 1980-01-01 00:00:00 UTC: an image has no time of its own, so that the same files give the same bytes. */
const recordingDate = Uint8Array.of(80, 1, 1, 0, 0, 0, 0);

const self = Uint8Array.of(0);
const parent = Uint8Array.of(1);

/** The root directory's sector: itself, its parent (itself), and its files sorted by identifier. */
export function rootDirectory(root: Extent, files: readonly DirectoryEntry[]): Uint8Array {
  const records = [
    directoryRecord({ ...root, identifier: self }, 'directory'),
    directoryRecord({ ...root, identifier: parent }, 'directory'),
    ...files.toSorted(byIdentifier).map((file) => directoryRecord(file, 'file')),
  ];
  return Buffer.concat(records);
}

/** The root's own record, as volume descriptors hold it. */
export function rootRecord(root: Extent): Uint8Array {
  return directoryRecord({ ...root, identifier: self }, 'directory');
}

/** ECMA-119 9.1. */
function directoryRecord(entry: DirectoryEntry, kind: 'file' | 'directory'): Uint8Array {
  const { identifier } = entry;
  const length = 33 + identifier.length + ((identifier.length + 1) % 2);
  const view = new DataView(new ArrayBuffer(length));
  view.setUint8(0, length);
  putBoth32(view, 2, entry.sector);
  putBoth32(view, 10, entry.byteLength);
  putBytes(view, 18, recordingDate);
  view.setUint8(25, kind === 'directory' ? 2 : 0);
  putBoth16(view, 28, 1);
  view.setUint8(32, identifier.length);
  putBytes(view, 33, identifier);
  return new Uint8Array(view.buffer);
}

function byIdentifier(one: DirectoryEntry, other: DirectoryEntry): number {
  return Buffer.compare(one.identifier, other.identifier);
}

/** ECMA-119 9.4: a path table of the root alone. */
export function pathTable(root: Extent, order: 'little-endian' | 'big-endian'): Uint8Array {
  const view = new DataView(new ArrayBuffer(pathTableLength));
  view.setUint8(0, 1);
  view.setUint32(2, root.sector, order === 'little-endian');
  view.setUint16(6, 1, order === 'little-endian');
  return new Uint8Array(view.buffer);
}

export const pathTableLength = 10;
