import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { identityOf } from '../../src/drive/process-identity.js';

const kinds = ['net', 'mnt', 'pid', 'uts', 'user'];

/**
 * What the kernel holds for a running lab: its processes' namespaces and those bound to names in it. They
 * stay open until the test has ended, or another lab on this host might get their numbers meanwhile.
 */
export function labNamespaces(initPid: number): Set<string> {
  const own = kinds.map((kind) => `/proc/${initPid}/ns/${kind}`);
  const names = `/proc/${initPid}/root/run/netns`;
  const bound = readdirSync(names).map((name) => `${names}/${name}`);
  const hosts = namespacesOf('self');
  const opened = [...own.map(openNamespace), ...bound.map(openNamespace)];
  return new Set(opened.filter((namespace) => !hosts.includes(namespace)));
}

/** As its link in /proc names it, e.g. `net:[4026531840]`. */
function openNamespace(path: string): string {
  const file = openSync(path, 'r');
  onTestFinished(() => closeSync(file));
  return readlinkSync(`/proc/self/fd/${file}`);
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
  return kinds.flatMap((kind) => linkOf(`/proc/${pid}/ns/${kind}`));
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
