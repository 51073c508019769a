import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgramRun } from '../../model/evidence.js';
import type { Argv, NodeHandle, NodeProcess } from '../driver.js';
import { waitFor } from '../wait.js';
import { commandTimeoutMs, programTimeoutMs } from './deadlines.js';
import { endingOf, endProcess } from './end-process.js';
import type { Programs, Receipt } from './programs.js';
import type { Run } from './run.js';
import { troubleIn } from './trouble.js';

/** A listening server, or one that could not become one. */
export interface Server {
  readonly node: string;
  readonly argv: Argv;
  readonly process: NodeProcess;
  /** Path of its output. */
  readonly stdout: string;
  readonly trouble: string | null;
}

const files = { stdoutFile: 'server.stdout', stderrFile: 'server.stderr' } as const;

/** Starts the server and waits until it listens or has given up. */
export async function startServer(run: Run, { server: argv, port }: Programs): Promise<Server> {
  const { lab, experiment, dir, context } = run;
  const node = lab.node(experiment.server);
  const taken = await isListening(node, port, context.signal);
  const [stdout, stderr] = [join(dir, files.stdoutFile), join(dir, files.stderrFile)];
  // A listener that reads the end of its input closes its half of every connection.
  const stdio = { stdin: 'open', stdout: { file: stdout }, stderr: { file: stderr } } as const;
  const process = node.spawn(argv, stdio);
  const hasEnded = endingOf(process);
  try {
    await waitFor(
      `port ${port} to listen on ${node.name}`,
      async () => hasEnded() || (!taken && (await isListening(node, port, context.signal))),
      { timeoutMs: programTimeoutMs, signal: context.signal },
    );
  } catch (error) {
    await endProcess(process, 'SIGTERM');
    throw error;
  }
  const server = { node: node.name, argv, process, stdout };
  if (!hasEnded()) return { ...server, trouble: null };
  const { exitCode } = await process.exited;
  const said = { exitCode, stdout: '', stderr: await readFile(stderr, 'utf8') };
  return { ...server, trouble: troubleIn(said) ?? 'ended before the client came' };
}

/** What there is to say of the server, after its end. */
export function serverRun(server: Server, receipt: Receipt | null): ProgramRun {
  return {
    ...{ node: server.node, argv: server.argv, exitCode: null, ...files },
    trouble: server.trouble ?? receipt?.trouble ?? null,
    bytes: receipt?.bytes ?? null,
    durationMs: receipt?.durationMs ?? null,
  };
}

async function isListening(node: NodeHandle, port: number, signal: AbortSignal): Promise<boolean> {
  const argv = ['ss', '--no-header', '--listening', '--tcp', '--numeric'] as const;
  const options = { signal, timeoutMs: commandTimeoutMs };
  const { stdout } = await node.exec([...argv, `sport = :${port}`], options);
  return stdout.trim() !== '';
}
