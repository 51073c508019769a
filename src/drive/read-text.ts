import { readFile, stat } from 'node:fs/promises';
import { LabError } from '../errors.js';

/** A topology of 10,000 nodes takes 4 MiB. */
const mostBytes = 64 * 2 ** 20;

/**
 * Reads a file a user named, as UTF-8 text.
 *
 * @throws LabError `topology-unreadable`: missing, no regular file, too large, or not text
 */
export async function readText(file: string): Promise<string> {
  const stats = await stat(file).catch((error: unknown) => {
    throw unreadable(file, reasonOf(error));
  });
  if (!stats.isFile()) throw unreadable(file, 'is not a regular file');
  if (stats.size > mostBytes) {
    throw unreadable(file, `is ${stats.size} bytes long, more than the ${mostBytes} allowed`);
  }
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(file, reasonOf(error));
  });
  if (bytes.includes(0)) throw unreadable(file, 'is binary, not text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, 'is not UTF-8 text');
  }
}

export function unreadable(
  where: string,
  message: string,
  next = 'Name a topology file: .ts, .mts, .js, .mjs, .json, .yaml or .yml.',
): LabError {
  return new LabError('topology-unreadable', [{ where, message, next }]);
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : message;
}
