import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { assertSucceeded, commandFailed, mostOutput } from '../exec.js';
import type { Argv, ExecOptions, ExecResult, NodeProcess } from '../driver.js';
import type { Connection } from './connection.js';
import { spawnRemote } from './remote-process.js';

/**
 * Runs a program on a node to its end.
 *
 * @throws LabError `command-failed`, as `run` does on the host; the signal's reason when aborted
 */
export async function execRemote(
  connected: () => Promise<Connection>,
  argv: Argv,
  options: ExecOptions,
): Promise<ExecResult> {
  options.signal?.throwIfAborted();
  const connection = connected();
  await connection;
  const program = spawnRemote(connection, { argv, cwd: options.cwd }, { stdin: 'pipe' });
  // It may end without reading all we have for it.
  program.stdin?.on('error', () => undefined);
  program.stdin?.end(options.input);
  const watch = watched(program, options);
  const ended = Promise.all([
    limited(program, program.stdout),
    limited(program, program.stderr),
    program.exited,
  ]);
  const result = await Promise.race([ended, watch.givenUp]);
  const wasLate = watch.stop();
  options.signal?.throwIfAborted();
  if (wasLate) throw commandFailed(argv, `did not end within ${options.timeoutMs ?? 0} ms`);
  const [stdout, stderr, { exitCode, signal }] = result ?? [null, null, lost];
  if (stdout === null || stderr === null) {
    throw commandFailed(argv, `said more than ${mostOutput} characters and was ended`);
  }
  const finished = { exitCode: exitCode ?? 128 + numberOf(signal), stdout, stderr };
  if (options.check !== false) assertSucceeded(argv, finished);
  return finished;
}

const lost = { exitCode: null, signal: null } as const;

/** Longest time in ms for a node to end a program that is to be ended. */
const killPatienceMs = 10_000;

/** Ends the program when it is late or no longer wanted, and gives up on a node that does not. */
function watched(program: NodeProcess, { timeoutMs, signal }: ExecOptions) {
  let late = false;
  const timers: NodeJS.Timeout[] = [];
  let giveUp: (nothing: null) => void;
  const givenUp = new Promise<null>((resolve) => (giveUp = resolve));
  const end = () => {
    program.kill('SIGKILL');
    timers.push(setTimeout(() => giveUp(null), killPatienceMs));
  };
  if (timeoutMs !== undefined) {
    timers.push(
      setTimeout(() => {
        late = true;
        end();
      }, timeoutMs),
    );
  }
  signal?.addEventListener('abort', end, { once: true });
  const stop = () => {
    timers.forEach(clearTimeout);
    signal?.removeEventListener('abort', end);
    return late;
  };
  return { givenUp, stop };
}

/** All a program says, or null when that is too much, which ends it. */
async function limited(program: NodeProcess, output: Readable | null): Promise<string | null> {
  if (output === null) return '';
  let length = 0;
  output.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > mostOutput) output.destroy();
  });
  const said = await text(output).catch(() => '');
  if (length <= mostOutput) return said;
  program.kill('SIGKILL');
  return null;
}

function numberOf(signal: string | null): number {
  return (constants.signals as Readonly<Record<string, number>>)[signal ?? ''] ?? 0;
}
