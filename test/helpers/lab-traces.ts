import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { identityOf } from '../../src/drive/process-identity.js';

/** What the kernel holds for a running lab: its processes' namespaces and those bound to names in it. */
export function labNamespaces(initPid: number): Set<string> {
  const own = namespacesOf(initPid).filter(
    (namespace) => !namespacesOf('self').includes(namespace),
  );
  const names = `/proc/${initPid}/root/run/netns`;
  const bound = readdirSync(names).map((name) => `net:[${statSync(`${names}/${name}`).ino}]`);
  return new Set([...own, ...bound]);
}

/** The processes on this host that are in any of the namespaces. */
export function processesIn(namespaces: ReadonlySet<string>): number[] {
  return allPids().filter((pid) => namespacesOf(pid).some((found) => namespaces.has(found)));
}

/** The processes whose command line holds the text. */
export function processesSaying(text: string): number[] {
  return allPids().filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

/** This process's mounts and the devices of its network namespace: what a lab must never touch. */
export function hostState() {
  const devices = readFileSync('/proc/net/dev', 'utf8').matchAll(/^\s*(\S+):/gm);
  return {
    mounts: readFileSync('/proc/self/mounts', 'utf8').split('\n'),
    devices: [...devices].map(([, name]) => name),
  };
}

/** Zombies left out: they hold nothing but their exit code. */
function allPids(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => identityOf(pid) !== null);
}

function namespacesOf(pid: number | 'self'): string[] {
  return ['net', 'mnt', 'pid', 'uts', 'user'].flatMap((kind) => linkOf(`/proc/${pid}/ns/${kind}`));
}

function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    return []; // It ended meanwhile, or is a zombie without namespaces.
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
