import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';

const pcapHeaderBytes = 24;

/** The first bytes of a file, as a file. */
export function headOf(file: string, bytes: number): string {
  const part = `${file}.${bytes}`;
  const buffer = Buffer.alloc(bytes);
  const source = openSync(file, 'r');
  readSync(source, buffer);
  closeSync(source);
  writeFileSync(part, buffer);
  return part;
}

/** A pcap's packets over and over, up to a size or a little more. */
export function repeated(file: string, bytes: number): string {
  const copy = `${file}.${bytes}`;
  const whole = readFileSync(file);
  writeFileSync(copy, whole);
  for (let size = whole.length; size < bytes; size += whole.length - pcapHeaderBytes) {
    appendFileSync(copy, whole.subarray(pcapHeaderBytes));
  }
  return copy;
}
