import { readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { LabError } from '../errors.js';
import type { Argv } from './driver.js';
import { run } from './exec.js';
import { findProgram } from './find-program.js';
import { firstLine } from './first-line.js';

/** What a lab depends on of this host, in plain words by name. */
export type HostFacts = Readonly<Record<string, string>>;

const tools: Readonly<Record<string, Argv>> = {
  ip: ['ip', '-Version'],
  tc: ['tc', '-Version'],
  nstat: ['nstat', '--version'],
  dumpcap: ['dumpcap', '--version'],
  iperf: ['iperf', '--version'],
  iperf3: ['iperf3', '--version'],
  ncat: ['ncat', '--version'],
  mptcpize: ['mptcpize', '--version'],
  ping: ['ping', '-V'],
};

/** Looks at the host; changes nothing outside a network namespace of its own. */
export async function hostFacts(signal: AbortSignal): Promise<HostFacts> {
  const system = { kernel: `${type()} ${release()}`, node: process.version };
  return process.platform === 'linux' ? { ...system, ...(await linuxFacts(signal)) } : system;
}

async function linuxFacts(signal: AbortSignal): Promise<HostFacts> {
  const versions: [string, string][] = [];
  for (const [tool, argv] of Object.entries(tools))
    versions.push([tool, await version(argv, signal)]);
  return {
    mptcp: await mptcp(),
    'congestion control': await sysctl('net/ipv4/tcp_congestion_control'),
    'congestion controls available': await sysctl('net/ipv4/tcp_available_congestion_control'),
    'user namespaces': await works(['unshare', '--user', '--map-root-user', 'true'], signal),
    ...Object.fromEntries(versions),
  };
}

async function mptcp(): Promise<string> {
  const enabled = await sysctl('net/mptcp/enabled');
  return { '1': 'enabled', '0': 'in the kernel, disabled' }[enabled] ?? 'not in this kernel';
}

async function sysctl(path: string): Promise<string> {
  return readFile(`/proc/sys/${path}`, 'utf8').then(
    (text) => text.trim(),
    () => 'none',
  );
}

async function works(argv: Argv, signal: AbortSignal): Promise<string> {
  const said = await output(argv, signal);
  if (said === null) return `no: ${argv[0]} is not installed`;
  return said.exitCode === 0 ? 'yes' : `no: ${firstLine(said.text)}`;
}

async function version(argv: Argv, signal: AbortSignal): Promise<string> {
  if (findProgram(argv[0])?.isRunnable === false) return 'installed, but not for this user';
  const said = await output(argv, signal);
  if (said === null) return 'not installed';
  const line = firstLine(said.text);
  return /\d/.test(line) ? line : 'installed';
}

async function output(
  argv: Argv,
  signal: AbortSignal,
): Promise<{ exitCode: number; text: string } | null> {
  try {
    const { exitCode, stdout, stderr } = await run(argv, {
      check: false,
      timeoutMs: 10_000,
      signal,
    });
    return { exitCode, text: stdout + stderr };
  } catch (error) {
    if (error instanceof LabError) return null;
    throw error;
  }
}
