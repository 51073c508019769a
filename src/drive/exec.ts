import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { execa, type Options } from 'execa';
import { LabError } from '../errors.js';
import type { Argv, ExecOptions, ExecResult, NodeProcess, Output, SpawnOptions } from './driver.js';
import { findProgram } from './find-program.js';
import { killGroup } from './kill-group.js';
import { searchPath } from './search-path.js';

/** A program on this host. */
export interface HostProcess extends NodeProcess {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  /** Lets it live on: closes our ends of its pipes and no longer waits for it. */
  release(): void;
}

/** What is needed here of a subprocess, whatever options it was started with. */
interface Child {
  readonly pid?: number | undefined;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  once(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  once(event: 'error', listener: () => void): unknown;
}

/** What a program on this host is given besides. */
export interface HostOptions {
  /** The language it speaks. Default: C, for we read what it says. */
  readonly locale?: 'C' | 'user';
  /** Environment variables besides ours. */
  readonly env?: NodeJS.ProcessEnv;
}

const stderrTailLength = 2000;

/** Longest output in characters that is kept; a program that says more is ended. */
export const mostOutput = 16 * 2 ** 20;

/**
 * Runs a program on this host to its end, without a shell, in a process group of its own. `cwd` is the
 * host's here.
 *
 * @throws LabError `command-failed` when it cannot be started, takes longer than `timeoutMs`, says
 *   more than `mostOutput`, or exits non-zero and `check` is not false; the signal's reason when aborted
 */
export async function run(
  argv: Argv,
  options: ExecOptions & HostOptions = {},
): Promise<ExecResult> {
  options.signal?.throwIfAborted();
  const [program, ...args] = argv;
  assertThere(argv);
  const child = execa(program, args, {
    ...common,
    env: variables(options),
    maxBuffer: mostOutput,
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const timedOut = await endedInTime(child, child, options);
  const ended = await child;
  options.signal?.throwIfAborted();
  if (timedOut) throw commandFailed(argv, `did not end within ${options.timeoutMs ?? 0} ms`);
  if (ended.isMaxBuffer) {
    killGroup(child.pid, 'SIGKILL');
    throw commandFailed(argv, `said more than ${mostOutput} characters and was ended`);
  }
  if (!hasStarted(ended)) throw commandFailed(argv, reasonOf(ended));
  const { stdout, stderr } = ended;
  const result = { exitCode: ended.exitCode ?? exitCodeOf(ended.signal), stdout, stderr };
  if (options.check !== false) assertSucceeded(argv, result);
  return result;
}

/** @throws LabError `command-failed` when the program exited non-zero */
export function assertSucceeded(argv: Argv, { exitCode, stderr }: ExecResult): void {
  if (exitCode === 0) return;
  const said = stderr.trim().slice(-stderrTailLength);
  throw commandFailed(argv, `exit code ${exitCode}${said === '' ? '' : `: ${said}`}`);
}

/**
 * Starts a program on this host that outlives the call; it leads a process group of its own unless
 * its standard input is the terminal's, which only the terminal's foreground group may read.
 */
export function spawn(argv: Argv, options: SpawnOptions & HostOptions = {}): HostProcess {
  const [program, ...args] = argv;
  const { stdin = 'closed', stdout = 'pipe', stderr = 'pipe', cwd } = options;
  const interactive = stdin === 'inherit';
  const descriptors = [stdout, stderr].map(descriptorOf);
  const settings: Options = {
    ...common,
    env: variables(options),
    detached: !interactive,
    buffer: false,
    stdin: stdinOf[stdin],
    // execa takes descriptors, though its types only know them in arrays.
    stdout: descriptors[0] as 'pipe',
    stderr: descriptors[1] as 'pipe',
    ...(cwd === undefined ? {} : { cwd }),
  };
  const child = execa(program, args, settings);
  for (const descriptor of descriptors) if (typeof descriptor === 'number') closeSync(descriptor);
  return {
    pid: child.pid,
    stdin: stdin === 'pipe' ? child.stdin : null,
    stdout: child.stdout,
    stderr: child.stderr,
    exited: exitOf(child, child),
    kill: (signal) => (interactive ? void child.kill(signal) : killGroup(child.pid, signal)),
    release: () => {
      for (const stream of child.stdio) stream?.destroy();
      child.unref();
    },
  };
}

/** The program writes into its file itself, and goes on when we are gone. */
function descriptorOf(output: Output): number | 'pipe' | 'inherit' {
  return typeof output === 'string' ? output : openSync(output.file, 'w');
}

const common = {
  detached: true,
  reject: false,
  cleanup: false,
  stripFinalNewline: false,
  // What enters a node ignores all but this one.
  killSignal: 'SIGKILL',
} as const satisfies Options;

/** On Windows execa asks cmd.exe for a program that is not there, whose words would be taken for its own. */
function assertThere(argv: Argv): void {
  if (process.platform !== 'win32' || findProgram(argv[0]) !== null) return;
  throw commandFailed(argv, reasonOf({ code: 'ENOENT' }));
}

function variables({ locale = 'C', env }: HostOptions): NodeJS.ProcessEnv {
  return { PATH: searchPath(), ...(locale === 'C' ? { LC_ALL: 'C' } : {}), ...env };
}

const stdinOf = { open: 'pipe', closed: 'ignore', pipe: 'pipe', inherit: 'inherit' } as const;

/** Ends the child when it is late or no longer wanted; resolves to whether it was late. */
async function endedInTime(
  child: Child,
  ended: PromiseLike<unknown>,
  options: ExecOptions,
): Promise<boolean> {
  let late = false;
  const end = () => {
    killGroup(child.pid, 'SIGKILL');
    // A daemon of another group may hold the pipes open for ever.
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  const timer =
    options.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          late = true;
          end();
        }, options.timeoutMs);
  options.signal?.addEventListener('abort', end, { once: true });
  await ended;
  clearTimeout(timer);
  options.signal?.removeEventListener('abort', end);
  return late;
}

/** Does not wait for the pipes, which a daemon may hold open for ever. */
async function exitOf(child: Child, ended: PromiseLike<Ending>): NodeProcess['exited'] {
  if (child.pid === undefined) return { exitCode: exitCodeUnstarted(await ended), signal: null };
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

/** How execa says that a program ended, or why it never started. */
interface Ending {
  readonly exitCode?: number | undefined;
  readonly signal?: NodeJS.Signals | undefined;
  readonly code?: string | undefined;
}

function hasStarted({ exitCode, signal }: Ending): boolean {
  return exitCode !== undefined || signal !== undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program or directory',
  EACCES: 'this user may not run it',
  E2BIG: 'its arguments are longer than the kernel takes',
};

function reasonOf({ code = 'unknown error' }: Ending): string {
  return `could not be started: ${reasons[code] ?? code}`;
}

/** As sh reports a program that is not there, and one that cannot be run. */
function exitCodeUnstarted({ code }: Ending): number {
  return code === 'ENOENT' ? 127 : 126;
}

/** 128 + n, as sh reports a program ended by signal n. */
function exitCodeOf(signal: NodeJS.Signals | undefined): number {
  return 128 + (signal === undefined ? 0 : constants.signals[signal]);
}

/** What went wrong with a command, wherever it ran. */
export function commandFailed(argv: Argv, message: string): LabError {
  return new LabError('command-failed', [
    {
      where: argv[0],
      message: `${JSON.stringify(argv)}: ${message}`,
      next: 'Run the command by hand, or `subflow doctor` to see what this host lacks.',
    },
  ]);
}
