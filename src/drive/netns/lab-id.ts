import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';

const digits = 8;

/**
 * What the lab's processes bear: its name and 8 hex digits of its directory's real path, so that two
 * checkouts of a lab never take each other's.
 */
export function labId(name: string, dir: string): string {
  return `${name}-${digestOf(dir)}`;
}

/** Whether a lab of that id is the directory's, and not that of one it was copied from. */
export function isLabIdOf(id: string, dir: string): boolean {
  return id.length > digits + 1 && id.endsWith(`-${digestOf(dir)}`);
}

function digestOf(dir: string): string {
  return createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, digits);
}
