import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Argv } from '../driver.js';
import { spawn, type HostProcess } from '../exec.js';
import { holderScript } from './holder-script.js';

/** The lab's first process, which has made what it could and waits for `keep`. */
export interface Holder {
  readonly process: HostProcess;
  /** Its pid on the host, or null when it could not even start. */
  readonly pid: number | null;
  /** Whether everything was made. */
  readonly complete: boolean;
  /** What it said of each node, in the order of arrival. */
  readonly notes: readonly NodeLine[];
  readonly troubles: readonly NodeLine[];
  /** What it said besides of the lab as a whole; empty when complete. */
  readonly stderr: string;
}

export interface NodeLine {
  readonly node: string;
  readonly text: string;
}

/**
 * Starts the lab's first process in namespaces of its own and listens until everything is made. What
 * failed or was aborted has ended when this resolves.
 */
export async function startHolder(argv: Argv, dir: string, signal: AbortSignal): Promise<Holder> {
  signal.throwIfAborted();
  const process = spawn(argv, { cwd: dir, stdin: 'pipe' });
  const end = () => process.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  const errors = process.stderr === null ? '' : text(process.stderr).catch(() => '');
  const lines = await linesUntilEnd(process);
  signal.removeEventListener('abort', end);
  const complete = lines.at(-1) === 'end 0';
  if (!complete) {
    end();
    await process.exited;
  }
  return {
    process,
    pid: pidIn(lines),
    complete,
    notes: nodeLines(lines, 'note'),
    troubles: nodeLines(lines, 'trouble'),
    stderr: complete ? '' : (await errors).trim(),
  };
}

/** The holder's command line. Root needs no user namespace, but is safer with one. */
export function holderArgv(id: string, rootless: boolean): Argv {
  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child=SIGKILL'];
  const user = rootless ? ['--user', '--map-root-user'] : [];
  const atATime = String(availableParallelism());
  return ['unshare', ...user, ...namespaces, 'sh', '-c', holderScript, id, atATime];
}

async function linesUntilEnd({ stdout }: HostProcess): Promise<string[]> {
  const lines: string[] = [];
  if (stdout === null) return lines;
  const input = createInterface({ input: stdout });
  for await (const line of input) {
    lines.push(line);
    if (line.startsWith('end ')) break;
  }
  return lines;
}

function pidIn(lines: readonly string[]): number | null {
  const line = lines.find((text) => text.startsWith('pid '));
  return line === undefined ? null : Number(line.slice('pid '.length));
}

function nodeLines(lines: readonly string[], kind: 'note' | 'trouble'): NodeLine[] {
  return lines
    .map((line) => line.split(' '))
    .filter(([first]) => first === kind)
    .map(([, node = '', ...words]) => ({ node, text: words.join(' ') }));
}
