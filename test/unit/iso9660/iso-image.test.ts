import { describe, expect, it } from 'vitest';
import { isoImage } from '../../../src/iso9660/iso-image.js';

const sector = 2048;
const primary = 16;
const joliet = 17;
const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  { name: 'user-data', content: bytes('u'.repeat(3 * sector + 1)) },
  { name: 'meta-data', content: bytes('instance-id: x\n') },
  { name: 'network-config', content: new Uint8Array() },
];
const image = Buffer.from(isoImage('cidata', files));

/** Name and content of each file in the root directory that the descriptor in this sector points to. */
function filesBy(descriptor: number): [name: Buffer, content: Buffer][] {
  const found: [Buffer, Buffer][] = [];
  const root = image.readUInt32LE(descriptor * sector + 156 + 2) * sector;
  for (let at = root; image[at]! > 0; at += image[at]!) {
    const start = image.readUInt32LE(at + 2) * sector;
    const name = image.subarray(at + 33, at + 33 + image[at + 32]!);
    found.push([name, image.subarray(start, start + image.readUInt32LE(at + 10))]);
  }
  return found.slice(2); // The first two are the directory itself and its parent.
}

describe('an ISO image', () => {
  it('holds every file whole under its own name, in Joliet, sorted', () => {
    const read = filesBy(joliet).map(([name, content]) => [
      Buffer.from(name).swap16().toString('utf16le'),
      content,
    ]);
    expect(read).toEqual([
      ['meta-data', Buffer.from(files[1]!.content)],
      ['network-config', Buffer.alloc(0)],
      ['user-data', Buffer.from(files[0]!.content)],
    ]);
  });

  it('has the same files for those who read ISO 9660 alone', () => {
    const names = filesBy(primary).map(([name]) => name.toString('latin1'));
    expect(names).toEqual(['META_DATA.;1', 'NETWORK_CONFIG.;1', 'USER_DATA.;1']);
    expect(filesBy(primary).map(([, content]) => content)).toEqual(
      filesBy(joliet).map(([, content]) => content),
    );
  });

  it('bears its label where cloud-init looks for it', () => {
    const label = image.subarray(primary * sector + 40, primary * sector + 72);
    expect(label.toString('latin1')).toBe('cidata'.padEnd(32));
  });

  it('says every number in both byte orders, and its size as it is', () => {
    const size = primary * sector + 80;
    expect(image.readUInt32LE(size) * sector).toBe(image.length);
    expect(image.readUInt32BE(size + 4)).toBe(image.readUInt32LE(size));
  });

  it('is the same for the same files, and another for others', () => {
    const other = isoImage('cidata', [files[0]!, files[2]!]);
    expect(image.equals(isoImage('cidata', files))).toBe(true);
    expect(image.equals(other)).toBe(false);
  });
});
