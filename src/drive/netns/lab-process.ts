import { existsSync, readdirSync } from 'node:fs';
import { readProcFile } from '../proc-file.js';
import { identityOf, isRunning, type ProcessIdentity } from '../process-identity.js';
import { isLabIdOf } from '../lab-id.js';

/** Whether the process runs and is the lab's: its own command line makes a forged state harmless. */
export function isLabProcess(identity: ProcessIdentity, labId: string): boolean {
  return isRunning(identity) && labIdOf(identity.pid) === labId;
}

/** Every process of a lab of the directory, found without its state, which somebody may have removed. */
export function labProcessesOf(dir: string): ProcessIdentity[] {
  if (process.platform !== 'linux' || !existsSync(dir)) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const id = labIdOf(Number(pid));
    return id !== null && isLabIdOf(id, dir) ? (identityOf(Number(pid)) ?? []) : [];
  });
}

/** The last but one argument of `[unshare ...] sh -c SCRIPT ID COUNT`, see `holderArgv`. */
function labIdOf(pid: number): string | null {
  const commandLine = readProcFile(`/proc/${pid}/cmdline`)?.split('\0').slice(0, -1) ?? [];
  const [shell, flag, , id] = commandLine.slice(-5);
  const starts = commandLine.length === 5 || commandLine[0] === 'unshare';
  return starts && shell === 'sh' && flag === '-c' ? (id ?? null) : null;
}
