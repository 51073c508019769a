import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { arch, freemem, release } from 'node:os';
import { dirname } from 'node:path';
import { LabError } from '../../errors.js';
import type { Argv, ExecResult } from '../driver.js';
import { run } from '../exec.js';
import type { VirtualBoxHost } from './host-facts.js';

const mib = 2 ** 20;

/** Looks at the host and changes nothing. What is not there, or does not answer, is null. */
export async function lookAtHost(signal: AbortSignal): Promise<VirtualBoxHost> {
  const said = await output(['VBoxManage', '--version'], signal);
  const { version, complaint } = readVersion(said);
  const ask = (topic: string) =>
    version === null ? null : output(['VBoxManage', 'list', topic], signal);
  const vagrant = await output(['vagrant', '--version'], signal);
  return {
    platform: process.platform,
    arch: arch(),
    kernel: release(),
    vagrant: /\d+\.\d+\.\d+/.exec(vagrant?.stdout ?? '')?.[0] ?? null,
    virtualbox: version,
    complaint,
    kvm: await kvm(),
    hypervisorPresent: await hypervisorPresent(signal),
    hardwareVirtualization: yesOrNo(await ask('hostinfo')),
    hostOnlyRanges: await hostOnlyRanges(),
    memoryAvailableMib: Math.floor(freemem() / mib),
    machineFolder: await machineFolder(await ask('systemproperties')),
    environment: vagrantEnvironment(process.env),
  };
}

/** The version is the last line; a package's wrapper puts its warnings before it. */
export function readVersion(said: Pick<ExecResult, 'stdout' | 'stderr'> | null): {
  version: string | null;
  complaint: string | null;
} {
  const lines = (said?.stdout ?? '').trim().split('\n');
  const version = /^\d+\.\d+\.\d+\S*$/.exec(lines.at(-1)?.trim() ?? '')?.[0] ?? null;
  const others = [...(version === null ? lines : lines.slice(0, -1)), said?.stderr ?? ''];
  const complaint = others.join(' ').replace(/\s+/g, ' ').trim();
  return { version, complaint: complaint === '' ? null : complaint };
}

/** Ranges of /etc/vbox/networks.conf, see the VirtualBox manual, "Host-Only Networking". */
export function readRanges(text: string): string[] {
  const lines = text.split('\n').filter((line) => /^\s*\*/.test(line));
  return lines.flatMap((line) => line.replace('*', '').trim().split(/\s+/));
}

function vagrantEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const named = Object.entries(env).filter(([name]) => /^(VAGRANT_|VBOX_|SUBFLOW_BOX$)/.test(name));
  return Object.fromEntries(named.map(([name, value]) => [name, value ?? '']));
}

async function kvm(): Promise<VirtualBoxHost['kvm']> {
  const module = ['kvm_intel', 'kvm_amd'].find((name) => existsSync(`/sys/module/${name}`));
  if (module === undefined) return null;
  const atLoad = await readFile('/sys/module/kvm/parameters/enable_virt_at_load', 'utf8').catch(
    () => null,
  );
  return { module, takesItAtLoad: atLoad === null ? null : atLoad.trim() === 'Y' };
}

async function hypervisorPresent(signal: AbortSignal): Promise<boolean> {
  if (process.platform !== 'win32') return false;
  const question = '(Get-CimInstance Win32_ComputerSystem).HypervisorPresent';
  const said = await output(['powershell', '-NoProfile', '-Command', question], signal);
  return said?.stdout.trim() === 'True';
}

async function hostOnlyRanges(): Promise<string[] | null> {
  return readFile('/etc/vbox/networks.conf', 'utf8').then(readRanges, () => null);
}

function yesOrNo(hostinfo: ExecResult | null): boolean | null {
  const found = /^Processor supports HW virtualization:\s*(yes|no)$/m.exec(hostinfo?.stdout ?? '');
  return found === null ? null : found[1] === 'yes';
}

async function machineFolder(
  properties: ExecResult | null,
): Promise<VirtualBoxHost['machineFolder']> {
  const path = /^Default machine folder:\s*(\S.*)$/m.exec(properties?.stdout ?? '')?.[1]?.trim();
  if (path === undefined) return null;
  return { path, freeMib: await freeMib(path) };
}

/** Of the directory, or of what it will be made in. */
async function freeMib(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(nearestDirectory(path));
  return Math.floor((bavail * bsize) / mib);
}

function nearestDirectory(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestDirectory(dirname(path));
}

async function output(argv: Argv, signal: AbortSignal): Promise<ExecResult | null> {
  try {
    return await run(argv, { check: false, timeoutMs: 60_000, signal });
  } catch (error) {
    if (error instanceof LabError) return null;
    throw error;
  }
}
