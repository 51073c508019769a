import { open, stat } from 'node:fs/promises';
import type { CaptureChunks } from '../../analyze/analyze-captures.js';
import type { CaptureAnalysis } from '../../model/analysis.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { showAnalysis } from '../show-analysis.js';
import { UsageError } from '../usage-error.js';

/** Each read wakes another thread, which costs more than what it reads: few large ones. */
const chunkBytes = 1 << 22;
const standardInput = '-';

/** Tells what packet captures show of MPTCP. */
export async function analyze(call: Call): Promise<Outcome> {
  const { args, terminal } = call;
  for (const file of args) await checkFile(file, args);
  const { analyzeCaptures } = await import('../../analyze/analyze-captures.js');
  const document = await analyzeCaptures(args.map((file) => captureOf(file, call)));
  return { exitCode: exitCodeOf(document), text: showAnalysis(document, terminal), document };
}

/** A file that is no capture is bad input; one that is cut proves less than it should. */
function exitCodeOf({ findings }: CaptureAnalysis): number {
  if (findings.some(({ code }) => code === 'not-a-capture')) return exitCodes.badInput;
  const isDamaged = findings.some(({ code }) => code === 'file-damaged');
  return isDamaged ? exitCodes.inconclusive : exitCodes.ok;
}

async function checkFile(file: string, args: readonly string[]): Promise<void> {
  if (file === standardInput) {
    if (args.filter((it) => it === standardInput).length > 1) refuse(file, 'is named twice');
    return;
  }
  const found = await stat(file).catch((error: unknown) => refuse(file, reasonOf(error)));
  if (found.isDirectory()) refuse(file, 'is a directory');
}

function reasonOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
}

function refuse(where: string, message: string): never {
  const next = 'Name pcap or pcapng files, or - for standard input: subflow analyze a.pcap b.pcap';
  throw new UsageError({ where, message, next });
}

function captureOf(file: string, { signal, terminal }: Call): CaptureChunks {
  const isInput = file === standardInput;
  const stream = isInput ? process.stdin : bytesOf(file, signal);
  const name = isInput ? 'standard input' : file;
  return {
    name,
    chunks: withProgress(stream, (bytes) => terminal.live(`${name}: ${mega(bytes)}`)),
  };
}

/** Each chunk takes the memory of the one before, so what is held does not grow until it is collected. */
async function* bytesOf(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const memory = new Uint8Array(chunkBytes);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(memory);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* withProgress(
  stream: AsyncIterable<unknown>,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    const read = chunk as Uint8Array;
    bytes += read.length;
    tell(bytes);
    yield read;
  }
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB read`;
}
