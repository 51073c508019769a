import { createInterface } from 'node:readline';
import { LabError } from '../../errors.js';
import { endingOf } from '../experiment/end-process.js';
import { spawn, type HostProcess } from '../exec.js';
import { interruptVagrant } from './interrupt-vagrant.js';
import { parseMessage, type VagrantMessage } from './machine-readable.js';

export interface VagrantOptions {
  /** The directory with the Vagrantfile. */
  readonly dir: string;
  /** Interrupts Vagrant once, as Ctrl-C does, and waits until it has cleaned up. */
  readonly signal?: AbortSignal;
  /** Told of the process once it runs; what it answers is called once that has ended. */
  readonly onStart?: (pid: number) => () => void;
  /** Told of every message as it comes. */
  readonly onMessage?: (message: VagrantMessage) => void;
}

/**
 * Runs Vagrant to its end and answers what it said.
 *
 * @throws LabError `command-failed` with Vagrant's own words; the signal's reason when aborted
 */
export async function vagrant(
  args: readonly string[],
  { dir, signal, onStart, onMessage }: VagrantOptions,
): Promise<VagrantMessage[]> {
  signal?.throwIfAborted();
  const child = spawn(['vagrant', ...args, '--machine-readable', '--no-tty'], {
    cwd: dir,
    locale: 'user',
    // A variable of the user's would lead it to another directory's machines.
    env: { VAGRANT_CWD: dir },
  });
  const onEnd = child.pid === undefined ? undefined : onStart?.(child.pid);
  const ended = signal ? interruptible(child, signal) : Promise.resolve();
  const [messages, stderr] = await Promise.all([read(child, onMessage), tail(child)]);
  const { exitCode } = await child.exited;
  await ended;
  onEnd?.();
  signal?.throwIfAborted();
  if (exitCode !== 0) throw vagrantFailed(args, messages, stderr);
  return messages;
}

/** Resolves when Vagrant has ended: by itself or, where it is no longer wanted, interrupted. */
async function interruptible(child: HostProcess, signal: AbortSignal): Promise<void> {
  const hasEnded = endingOf(child);
  const waited = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: waited.signal });
  });
  await Promise.race([child.exited, aborted]);
  // Many Vagrants may run under one signal, which would keep a listener of each.
  waited.abort();
  if (!hasEnded()) await interruptVagrant((kind) => child.kill(kind), hasEnded);
}

async function read(
  { stdout }: HostProcess,
  onMessage: VagrantOptions['onMessage'],
): Promise<VagrantMessage[]> {
  const messages: VagrantMessage[] = [];
  if (stdout === null) return messages;
  for await (const line of createInterface({ input: stdout })) {
    const message = parseMessage(line) ?? { target: '', type: 'text', data: [line] };
    messages.push(message);
    onMessage?.(message);
  }
  return messages;
}

/** What it said at last on stderr. */
async function tail({ stderr }: HostProcess): Promise<string> {
  let said = '';
  for await (const chunk of stderr ?? []) said = (said + String(chunk)).slice(-2000);
  return said.trim();
}

function vagrantFailed(
  args: readonly string[],
  messages: readonly VagrantMessage[],
  stderr: string,
): LabError {
  const exits = messages.filter(({ type }) => type === 'error-exit');
  const errors = exits.map(({ data: [, message = ''] }) => message.trim());
  const said = errors.length > 0 ? errors : [stderr === '' ? 'it does not say why' : stderr];
  return new LabError(
    'command-failed',
    said.map((message) => ({
      where: `vagrant ${args.join(' ')}`,
      message,
      next: "Run it by hand in the lab's directory to see all it says.",
    })),
  );
}
