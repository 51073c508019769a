import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import type { FoundLeftover } from '../leftover.js';
import { readProcFile } from '../proc-file.js';
import { identityOf, type ProcessIdentity } from '../process-identity.js';
import { endProcesses } from './end-lab.js';
import { isLabIdOf } from '../lab-id.js';

interface LabProcess {
  readonly identity: ProcessIdentity;
  readonly labId: string;
  /** Its working directory: the lab's, wherever that is now; null once it was removed. */
  readonly dir: string | null;
}

const removedSuffix = ' (deleted)';

/** Every lab of namespaces that this user may look into, wherever its directory is. */
export function netnsLeftovers(): FoundLeftover[] {
  if (process.platform !== 'linux') return [];
  const labs = new Map<string, LabProcess[]>();
  for (const found of labProcesses()) {
    const key = `${found.labId}\0${found.dir ?? ''}`;
    labs.set(key, [...(labs.get(key) ?? []), found]);
  }
  return [...labs.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [leftoverOf(first, others)],
  );
}

function leftoverOf(first: LabProcess, others: readonly LabProcess[]): FoundLeftover {
  const { labId, dir } = first;
  const processes = [first, ...others];
  const identities = processes.map(({ identity }) => identity);
  const pids = identities.map(({ pid }) => pid).sort((a, b) => a - b);
  return {
    provider: 'netns',
    kind: 'processes',
    name: labId,
    details: [`pid ${pids.join(', ')}`],
    labDir: dir,
    ...standing(labId, dir),
    remove: (signal) => endProcesses(identities, dir ?? labId, signal),
  };
}

function standing(labId: string, dir: string | null): { orphaned: boolean; reason: string } {
  if (dir === null) return { orphaned: true, reason: "its lab's directory is gone" };
  if (isLabIdOf(labId, dir)) return { orphaned: false, reason: 'its lab runs' };
  return {
    orphaned: true,
    reason: 'its directory was moved while it ran, and knows nothing of it there',
  };
}

function labProcesses(): LabProcess[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).flatMap((pid) => {
    const labId = labIdOf(pid);
    const directory = labId === null ? null : workingDirectory(pid);
    const identity = directory === null ? null : identityOf(pid);
    if (labId === null || directory === null || identity === null) return [];
    const isGone = directory.endsWith(removedSuffix) || !existsSync(directory);
    return [{ identity, labId, dir: isGone ? null : directory }];
  });
}

/** The id in `[unshare ...] sh -c SCRIPT ID COUNT`; every version's script works in this directory. */
function labIdOf(pid: number): string | null {
  const words = readProcFile(`/proc/${pid}/cmdline`)?.split('\0').slice(0, -1) ?? [];
  const [shell, flag, script, id] = words.slice(-5);
  const isOurs = shell === 'sh' && flag === '-c' && script?.includes('/run/subflow/');
  return isOurs ? (id ?? null) : null;
}

/** Null for a process of another user's, or one that has just ended. */
function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
