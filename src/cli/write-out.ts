import { realpath, stat, writeFile } from 'node:fs/promises';
import { isMissing } from '../drive/missing-file.js';
import { replaceFile } from '../drive/replace-file.js';

/** Writes what a user named a file for: in one step, through a link; a pipe or a device stays what it is. */
export async function writeOut(file: string, text: string): Promise<void> {
  const there = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (there === null) await replaceFile(file, text);
  else if (there.isFile()) await replaceFile(await realpath(file), text);
  else await writeFile(file, text);
}
