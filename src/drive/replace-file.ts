import { rename, rm, writeFile } from 'node:fs/promises';

export interface ReplaceOptions {
  /** Where the new content is written first, on the same file system. Default: beside it, with `.new`. */
  readonly temporary?: string;
  /** As umask(2) leaves it. Default: 0o666. */
  readonly mode?: number;
}

/** Gives a file new content in one step, so that no reader meets half of it; follows no link. */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
  { temporary = `${file}.new`, mode = 0o666 }: ReplaceOptions = {},
): Promise<void> {
  await rm(temporary, { force: true });
  await writeFile(temporary, content, { flag: 'wx', mode });
  await rename(temporary, file);
}
