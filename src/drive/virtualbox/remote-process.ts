import { createWriteStream, openSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import type { NodeProcess, Output, SpawnOptions } from '../driver.js';
import type { Connection } from './connection.js';
import { groupCommand, type RemoteProgram } from './remote-command.js';

type Ending = Awaited<NodeProcess['exited']>;

/** As ssh(1) reports a connection that is lost. */
const exitCodeLost = 255;

/** Longest time in ms to wait for output that a daemon may hold back for ever. */
const outputLateMs = 2000;

let entries = 0;

/** Starts a program on a node; what is written and signalled before it runs reaches it when it does. */
export function spawnRemote(
  connected: Promise<Connection>,
  program: RemoteProgram,
  { stdin = 'closed', stdout = 'pipe', stderr = 'pipe' }: SpawnOptions,
): NodeProcess {
  const entry = String((entries += 1));
  const [input, output, errors] = [new PassThrough(), sinkOf(stdout, 1), sinkOf(stderr, 2)];
  let ended = false;
  const exited = (async (): Promise<Ending> => {
    try {
      const connection = await connected;
      const command = groupCommand(program, { dir: connection.registerDir, entry });
      const channel = await connection.open(command);
      if (stdin === 'closed') channel.end();
      else if (stdin !== 'open') input.pipe(channel);
      const ending = await endingOf(channel, output, errors);
      connection.tell('forget', entry);
      return ending;
    } catch (error) {
      errors.end(`${error instanceof Error ? error.message : String(error)}\n`);
      output.end();
      return { exitCode: exitCodeLost, signal: null };
    } finally {
      ended = true;
    }
  })();
  return {
    stdin: stdin === 'pipe' ? input : null,
    stdout: readerOf(output),
    stderr: readerOf(errors),
    exited,
    kill: (signal) =>
      void connected.then(
        (connection) => ended || connection.tell(orderOf[signal], entry),
        () => undefined,
      ),
  };
}

const orderOf = { SIGINT: 'INT', SIGTERM: 'TERM', SIGKILL: 'KILL' } as const;

function sinkOf(output: Output, descriptor: 1 | 2): Writable {
  if (output === 'pipe') return new PassThrough();
  // Opened now: the caller may read it at once.
  if (output !== 'inherit') return createWriteStream('', { fd: openSync(output.file, 'w') });
  const ours = descriptor === 1 ? process.stdout : process.stderr;
  const sink = new PassThrough();
  sink.pipe(ours, { end: false });
  return sink;
}

function readerOf(sink: Writable): Readable | null {
  return sink instanceof PassThrough ? sink : null;
}

/** How the program ended, once what it said is where it should be. */
async function endingOf(
  channel: ClientChannel,
  output: Writable,
  errors: Writable,
): Promise<Ending> {
  channel.on('error', () => undefined);
  const said = Promise.allSettled([flow(channel, output), flow(channel.stderr, errors)]);
  const ending = await new Promise<Ending>((resolve) => {
    channel.once('exit', (exitCode: number | null, signal?: string) =>
      resolve({ exitCode, signal: signal ?? null }),
    );
    channel.once('close', () => resolve({ exitCode: exitCodeLost, signal: null }));
  });
  await Promise.race([said, late(outputLateMs)]);
  return ending;
}

function late(afterMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, afterMs).unref());
}

/** A pipe waits for its reader, a file for its last byte. */
async function flow(source: Readable, sink: Writable): Promise<void> {
  source.pipe(sink);
  await finished(sink instanceof PassThrough ? source : sink);
}
