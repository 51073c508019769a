import { readFileSync } from 'node:fs';
import { isMissing } from './missing-file.js';

/** Text of a file in proc(5), or null when there is none, also when its process ends between open and read. */
export function readProcFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ESRCH') return null;
    throw error;
  }
}
