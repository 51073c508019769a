import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../errors.js';
import type { Evidence, ProgramRun } from '../../model/evidence.js';
import { waitFor } from '../wait.js';
import { endProcess } from './end-process.js';
import type { Programs, Receipt } from './programs.js';
import type { Run } from './run.js';
import { serverRun, startServer, type Server } from './server.js';
import { troubleIn } from './trouble.js';

/** Starts the server, runs the client to its end, waits until the server has it all, ends the server. */
export async function runTransfer(run: Run, programs: Programs): Promise<Evidence['programs']> {
  const server = await startServer(run, programs);
  if (server.trouble !== null) {
    return { client: notStarted(run, programs), server: serverRun(server, null) };
  }
  try {
    const client = await runClient(run, programs);
    const receipt = await awaitReceipt(run, programs, { server, client });
    return { client, server: serverRun(server, receipt) };
  } finally {
    await endProcess(server.process, 'SIGTERM');
  }
}

const clientFiles = { stdoutFile: 'client.stdout', stderrFile: 'client.stderr' } as const;

async function runClient(run: Run, { client: argv, ...programs }: Programs): Promise<ProgramRun> {
  const { experiment, lab, dir, context } = run;
  const options = {
    check: false,
    timeoutMs: programs.clientTimeoutMs,
    signal: context.signal,
    ...(programs.clientInput ? { input: programs.clientInput } : {}),
  };
  const started = performance.now();
  const result = await lab.node(experiment.client).exec(argv, options).catch(lateResult);
  const durationMs = performance.now() - started;
  await writeFile(join(dir, clientFiles.stdoutFile), result.stdout);
  await writeFile(join(dir, clientFiles.stderrFile), result.stderr);
  const { exitCode } = result;
  const trouble = troubleIn(result);
  const bytes = programs.clientInput?.length ?? programs.receipt(Buffer.from(result.stdout))?.bytes;
  return {
    ...{ node: experiment.client, argv, exitCode, ...clientFiles, trouble },
    ...{ bytes: trouble === null ? (bytes ?? null) : null, durationMs },
  };
}

/** A client that does not end in time is in trouble, not an error. */
function lateResult(error: unknown) {
  if (!(error instanceof LabError) || error.code !== 'command-failed') throw error;
  return { exitCode: null, stdout: '', stderr: error.problems[0]?.message ?? error.message };
}

function notStarted({ experiment }: Run, { client: argv }: Programs): ProgramRun {
  return {
    ...{ node: experiment.client, argv, exitCode: null, ...clientFiles },
    ...{ trouble: 'not started: there was no server', bytes: null, durationMs: null },
  };
}

/** The server's account of the transfer; null where the client never got that far. */
async function awaitReceipt(
  { context: { signal } }: Run,
  { receipt, receiptTimeoutMs }: Programs,
  { server, client }: { server: Server; client: ProgramRun },
): Promise<Receipt | null> {
  if (client.trouble !== null) return null;
  const read = async () => receipt(await readFile(server.stdout));
  const complete = async () => (await read()) !== null;
  const options = { timeoutMs: receiptTimeoutMs, signal, intervalMs: 20 };
  const inTime = await waitFor('the server to receive all', complete, options).then(
    () => true,
    (error: unknown) => {
      signal.throwIfAborted();
      if (!(error instanceof LabError)) throw error;
      return false;
    },
  );
  const trouble = 'did not get what the client sent';
  return (inTime ? await read() : null) ?? { bytes: 0, durationMs: null, trouble };
}
