import { readProcFile } from './proc-file.js';

/** One process for good: a pid alone is given to others once it is free, see proc(5). */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from boot to its start; empty where there is no /proc. */
  readonly startTime: string;
  /** Of the boot it runs in; empty where there is no /proc. */
  readonly bootId: string;
}

/** Who has the pid now, or null when nobody has (zombies are nobody). */
export function identityOf(pid: number): ProcessIdentity | null {
  if (process.platform !== 'linux') {
    return isSignalable(pid) ? { pid, startTime: '', bootId: '' } : null;
  }
  const startTime = startTimeOf(pid);
  return startTime === null ? null : { pid, startTime, bootId: bootId() };
}

/** Whether that very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identityOf(identity.pid);
  return now?.startTime === identity.startTime && now.bootId === identity.bootId;
}

/** Whether a value read from disk has the shape of an identity. */
export function isProcessIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, startTime, bootId } = value as Record<string, unknown>;
  const plausible = Number.isSafeInteger(pid) && (pid as number) > 0;
  return plausible && typeof startTime === 'string' && typeof bootId === 'string';
}

function startTimeOf(pid: number): string | null {
  const stat = readProcFile(`/proc/${pid}/stat`);
  // The name in parentheses may hold blanks and parentheses itself; field 3 follows the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, startTime] = [fields[0], fields[22 - 3]];
  return startTime === undefined || state === 'Z' || state === 'X' ? null : startTime;
}

function bootId(): string {
  return readProcFile('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function isSignalable(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
