import { quoteSh } from '../render/quote.js';

/** `--dir` as it can be pasted into a shell, whatever the directory is called. */
export function dirOption(dir: string): string {
  return dir.startsWith('-') ? `--dir=${quoteSh(dir)}` : `--dir ${quoteSh(dir)}`;
}
