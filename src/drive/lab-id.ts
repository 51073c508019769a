import { realpathSync } from 'node:fs';
import { sha256 } from '../model/sha256.js';

const digits = 8;

/**
 * What all of a lab bears: its name and 8 hex digits of its directory's real path, so that two
 * checkouts of a lab never take each other's.
 */
export function labId(name: string, dir: string): string {
  return `${name}-${directoryDigest(dir)}`;
}

/** Whether a lab of that id is the directory's, and not that of one it was copied from. */
export function isLabIdOf(id: string, dir: string): boolean {
  return id.length > digits + 1 && id.endsWith(`-${directoryDigest(dir)}`);
}

/** The digits that tell the directory of a lab. */
export function directoryDigest(dir: string): string {
  return sha256(realpathSync(dir)).slice(0, digits);
}
