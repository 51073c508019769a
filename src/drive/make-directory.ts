import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from './missing-file.js';

/** Makes a directory and those above it. Node's own recursion never ends below /proc. */
export async function makeDirectory(dir: string): Promise<void> {
  try {
    await mkdir(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (await isDirectory(dir))) return;
    const parent = dirname(dir);
    if (!isMissing(error) || parent === dir || (await isDirectory(parent))) throw error;
    await makeDirectory(parent);
    await makeDirectory(dir);
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
