import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killGroup } from '../kill-group.js';
import {
  identityOf,
  isProcessIdentity,
  isRunning,
  type ProcessIdentity,
} from '../process-identity.js';
import { stateDir } from '../state-dir.js';
import { interruptVagrant } from './interrupt-vagrant.js';

/** A Vagrant at work in a lab's directory, and the subflow that waits for it. */
interface Note {
  readonly file: string;
  readonly vagrant: ProcessIdentity;
  readonly subflow: ProcessIdentity;
}

/**
 * Notes a Vagrant in `.state/vagrants` until what this answers is called: a subflow that is killed
 * leaves its Vagrants to themselves, and until they have a machine on record nothing else tells of them.
 */
export function noteVagrant(dir: string, pid: number): () => void {
  const file = join(notesDir(dir), `${pid}.json`);
  mkdirSync(notesDir(dir), { recursive: true });
  const note = { vagrant: identityOf(pid), subflow: identityOf(process.pid) };
  writeFileSync(file, JSON.stringify(note));
  return () => {
    rmSync(file, { force: true });
  };
}

/** Ends the Vagrants whose subflow was killed, as Ctrl-C would have; `onWait` is told where one still runs. */
export async function endOrphanedVagrants(dir: string, onWait?: () => void): Promise<void> {
  const orphans = notesIn(dir).filter(({ subflow }) => !isRunning(subflow));
  if (orphans.some(({ vagrant }) => isRunning(vagrant))) onWait?.();
  await Promise.all(
    orphans.map(async ({ file, vagrant }) => {
      const hasEnded = () => !isRunning(vagrant);
      if (!hasEnded()) await interruptVagrant((kind) => killGroup(vagrant.pid, kind), hasEnded);
      rmSync(file, { force: true });
    }),
  );
}

export function removeNotes(dir: string): void {
  rmSync(notesDir(dir), { recursive: true, force: true });
}

function notesIn(dir: string): Note[] {
  return namesIn(notesDir(dir)).flatMap((name) => {
    const file = join(notesDir(dir), name);
    const { vagrant, subflow } = contentOf(file);
    return isProcessIdentity(vagrant) && isProcessIdentity(subflow)
      ? [{ file, vagrant, subflow }]
      : [];
  });
}

function contentOf(file: string): { vagrant?: unknown; subflow?: unknown } {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8'))) as object;
  } catch {
    // Killed while it was written: that Vagrant ran for less than a blink.
    return {};
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function notesDir(dir: string): string {
  return join(stateDir(dir), 'vagrants');
}
