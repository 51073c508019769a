import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { searchPath } from './exec.js';

/** A program's file, and whether this user may run it. */
export interface ProgramFile {
  readonly file: string;
  readonly isRunnable: boolean;
}

/** What a program's name stands for here, or null where it is not installed. */
export function findProgram(name: string): ProgramFile | null {
  const files = searchPath()
    .split(delimiter)
    .map((directory) => join(directory, name))
    .filter((file) => allows(file, constants.F_OK));
  const runnable = files.find((file) => allows(file, constants.X_OK));
  const file = runnable ?? files[0];
  return file === undefined ? null : { file, isRunnable: runnable !== undefined };
}

function allows(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
