import { LabError } from '../../errors.js';

/**
 * Whether a Vagrant failed since another one is at work on a machine, or only reads of it. It is known
 * by its words: `vagrant ssh-config` says nothing else of an error, not even for machines.
 */
export function isLocked(error: unknown): boolean {
  if (!(error instanceof LabError)) return false;
  return /another\s(?:Vagrant\s)?process\sis\s(?:currently|already)/.test(error.message);
}
