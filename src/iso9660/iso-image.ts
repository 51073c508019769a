import { pathTable, rootDirectory, type DirectoryEntry, type Extent } from './directory.js';
import { ucs2 } from './field.js';
import {
  sectorBytes,
  terminator,
  volumeDescriptor,
  type Encoding,
  type Volume,
} from './volume-descriptor.js';

export interface IsoFile {
  /** At most 27 characters of a-z, 0-9 and hyphen. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Sectors of the two volumes' parts; the files follow. The first 16 are the system area, empty. */
const layout = {
  iso9660: { descriptor: 16, littleEndian: 19, bigEndian: 20, root: 23 },
  joliet: { descriptor: 17, littleEndian: 21, bigEndian: 22, root: 24 },
  terminator: 18,
  files: 25,
} as const;

/**
 * An ISO 9660 image (ECMA-119, level 2) of a few files in its root directory, with their names in
 * Joliet too. No clock goes in: the same label and files give the same bytes.
 *
 * @param label volume identifier, at most 16 characters
 */
export function isoImage(label: string, files: readonly IsoFile[]): Uint8Array {
  const placed = placeFiles(files);
  const sectors = placed.reduce<number>((end, { extent }) => end + sectorsOf(extent), layout.files);
  const image = new Uint8Array(sectors * sectorBytes);
  const put = (sector: number, bytes: Uint8Array) => image.set(bytes, sector * sectorBytes);

  for (const encoding of ['iso9660', 'joliet'] as const) {
    const { descriptor, root: sector, littleEndian, bigEndian } = layout[encoding];
    const root: Extent = { sector, byteLength: sectorBytes };
    const pathTables = { littleEndian, bigEndian };
    const volume: Volume = { encoding, label, sectors, root, pathTables };
    put(descriptor, volumeDescriptor(volume));
    put(littleEndian, pathTable(root, 'little-endian'));
    put(bigEndian, pathTable(root, 'big-endian'));
    put(sector, rootDirectory(root, placed.map(entryIn(encoding))));
  }
  put(layout.terminator, terminator());
  for (const { file, extent } of placed) put(extent.sector, file.content);
  return image;
}

interface PlacedFile {
  readonly file: IsoFile;
  readonly extent: Extent;
}

function placeFiles(files: readonly IsoFile[]): PlacedFile[] {
  let sector: number = layout.files;
  return files.map((file) => {
    const extent = { sector, byteLength: file.content.length };
    sector += sectorsOf(extent);
    return { file, extent };
  });
}

function sectorsOf({ byteLength }: Extent): number {
  return Math.ceil(byteLength / sectorBytes);
}

/** `user-data` is USER_DATA.;1 to ISO 9660, which knows neither small letters nor hyphens. */
function entryIn(encoding: Encoding): (placed: PlacedFile) => DirectoryEntry {
  return ({ file: { name }, extent }) => ({
    ...extent,
    identifier:
      encoding === 'joliet'
        ? ucs2(name)
        : new TextEncoder().encode(`${name.toUpperCase().replaceAll('-', '_')}.;1`),
  });
}
