import type { Problem } from '../errors.js';

/** What the file system says, in words; errors of these codes are nobody's fault but the path's. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read or write it',
  EEXIST: 'something else is in its place',
  EISDIR: 'is a directory',
  ENAMETOOLONG: 'has too long a name',
  ENOENT: 'there is no such directory',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'lies below something that is no directory',
  EPERM: 'you may not change it',
  EROFS: 'the file system is read-only',
};

/** The problem behind a file system error, or null for any other error. */
export function fileProblem(error: unknown): Problem | null {
  const { code = '', path } = (error ?? {}) as NodeJS.ErrnoException;
  const message = reasons[code];
  if (message === undefined || path === undefined) return null;
  return {
    where: path,
    message: `${message} (${code})`,
    next: 'Name a place you can write to: --dir DIR for the lab, --out DIR for `generate`.',
  };
}
