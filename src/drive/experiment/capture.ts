import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../../errors.js';
import type { CaptureRecord } from '../../model/evidence.js';
import { experimentPort } from '../../model/experiment-port.js';
import { captureArgv } from '../capture-argv.js';
import type { NodeProcess } from '../driver.js';
import { waitFor } from '../wait.js';
import { programTimeoutMs } from './deadlines.js';
import { endingOf, endProcess } from './end-process.js';
import type { Run } from './run.js';

interface Capture {
  readonly node: string;
  readonly device: string;
  readonly file: string;
  readonly process: NodeProcess;
  /** Where dumpcap says that it listens and, at its end, what it dropped. */
  readonly log: string;
}

/** Does something while every interface of the client is captured. */
export async function whileCapturing<T>(
  run: Run,
  action: () => Promise<T>,
): Promise<{ result: T; captures: CaptureRecord[] }> {
  const captures: Capture[] = [];
  let result: T;
  try {
    for (const device of clientDevices(run)) captures.push(start(run, device));
    for (const capture of captures) await untilListening(capture, run.context.signal);
    result = await action();
    await untilWritten(run, captures);
  } finally {
    await end(captures);
  }
  return { result, captures: await Promise.all(captures.map(recordOf)) };
}

function clientDevices({ lab, experiment }: Run): string[] {
  const client = lab.plan.nodes.find(({ name }) => name === experiment.client);
  return (client?.interfaces ?? []).map(({ device }) => device);
}

/** Room for Ethernet, IPv6 and the longest TCP header; below, options would be cut. */
const snapBytes = 128;

function start(run: Run, device: string): Capture {
  const node = run.experiment.client;
  const [file, log] = [`${device}.pcap`, join(run.dir, `${device}.log`)];
  const filter = `tcp port ${experimentPort[run.experiment.kind]}`;
  const argv = captureArgv(device, { filter, snapBytes });
  const stdio = { stdout: { file: join(run.dir, file) }, stderr: { file: log } };
  return { node, device, file, log, process: run.lab.node(node).spawn(argv, stdio) };
}

/** dumpcap names its output file once the socket is open and the filter set. */
async function untilListening({ device, log, process }: Capture, signal: AbortSignal) {
  const hasEnded = endingOf(process);
  await waitFor(
    `dumpcap to listen on ${device}`,
    async () => hasEnded() || (await readFile(log, 'utf8')).includes('File:'),
    { timeoutMs: programTimeoutMs, signal },
  );
  if (hasEnded()) throw captureFailed(device, await readFile(log, 'utf8'));
}

/**
 * The kernel hands packets over in blocks, a quarter of a second late at most, and dumpcap does not
 * ask for the last one when it is ended.
 */
async function untilWritten({ dir, context }: Run, captures: readonly Capture[]): Promise<void> {
  let written = -1;
  let since = 0;
  const isQuiet = async () => {
    const sizes = captures.map(async ({ file }) => (await stat(join(dir, file))).size);
    const size = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
    if (size !== written) since = performance.now();
    written = size;
    return performance.now() - since >= quietMs;
  };
  const options = { timeoutMs: programTimeoutMs, signal: context.signal, intervalMs: 50 };
  await waitFor('the captures to be written', isQuiet, options);
}

/** Twice the time dumpcap lets a block fill. */
const quietMs = 500;

async function end(captures: readonly Capture[]): Promise<void> {
  await Promise.all(captures.map(({ process }) => endProcess(process, 'SIGINT')));
}

async function recordOf({ node, device, file, log }: Capture): Promise<CaptureRecord> {
  const said = await readFile(log, 'utf8');
  const [, dropped] = /received\/dropped on interface .*: \d+\/(\d+) /.exec(said) ?? [];
  if (dropped === undefined) throw captureFailed(device, said);
  return { node, device, file, droppedPackets: Number(dropped) };
}

function captureFailed(device: string, said: string): LabError {
  return new LabError('command-failed', [
    {
      where: device,
      message: `dumpcap ended before its time: ${said.trim() || 'it says nothing'}`,
      next: 'Is dumpcap installed (Debian: wireshark-common), and the interface up?',
    },
  ]);
}
