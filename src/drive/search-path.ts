import { delimiter } from 'node:path';

/** Where programs are searched: PATH, with the directories of ip(8) and tc(8), which ordinary users often lack. */
export function searchPath(): string {
  const { PATH: path = '' } = process.env;
  if (process.platform === 'win32') return path;
  // As execvp(3) searches where there is no PATH: an empty entry would be the current directory.
  return [path === '' ? '/bin:/usr/bin' : path, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(
    delimiter,
  );
}
