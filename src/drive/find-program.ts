import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { searchPath } from './search-path.js';

/** A program's file, and whether this user may run it. */
export interface ProgramFile {
  readonly file: string;
  readonly isRunnable: boolean;
}

/** What a program's name stands for here, or null where it is not installed. */
export function findProgram(name: string): ProgramFile | null {
  const directories = isAbsolute(name) ? [''] : searchPath().split(delimiter);
  const files = directories
    .flatMap((directory) => endings().map((ending) => join(directory, name + ending)))
    .filter((file) => allows(file, constants.F_OK));
  const runnable = files.find((file) => allows(file, constants.X_OK));
  const file = runnable ?? files[0];
  return file === undefined ? null : { file, isRunnable: runnable !== undefined };
}

/** What Windows appends to a program's name. */
function endings(): readonly string[] {
  if (process.platform !== 'win32') return [''];
  const { PATHEXT = '.COM;.EXE;.BAT;.CMD' } = process.env;
  return ['', ...PATHEXT.split(';')];
}

function allows(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
