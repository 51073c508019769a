import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { waitFor } from '../../src/drive/wait.js';
import type { Verdict } from '../../src/model/verdict.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import type { CliResult } from './cli.js';
import { rigDebian } from './rig.js';
import { runTool } from './run-tool.js';

/** Machines that the rig's VirtualBox knows, or those that run: `"NAME" {UUID}`. */
export function machines(which: 'vms' | 'runningvms' = 'vms'): string[] {
  return runTool(['VBoxManage', 'list', which]).toString().split('\n').filter(Boolean);
}

/** Of them the golden ones, by the name Vagrant gives a machine that has none of ours. */
export function golden(which: 'vms' | 'runningvms' = 'vms'): string[] {
  return machines(which).filter((line) => line.includes('_default_'));
}

/** Writes the original experiment's topology, on the image of the rig's Debian. */
export function writeOriginal(file: string): void {
  writeFileSync(file, JSON.stringify({ ...mptcpLab(), image: `debian-${rigDebian}` }));
}

/** Seconds that what was timed took, by what it was. */
export type Timings = Record<string, number>;

/** Says how long it took, and keeps it: figures to compare, nothing to pass or fail by. */
export async function timed<T>(
  timings: Timings,
  what: string,
  action: () => T | Promise<T>,
): Promise<T> {
  const started = performance.now();
  try {
    return await action();
  } finally {
    timings[what] = Math.round((performance.now() - started) / 1000);
    console.info(`${timings[what]} s: ${what}`);
  }
}

/**
 * A boot by software emulation dies now and then, without anybody's fault: it is done again, once. Only
 * for what brings machines up; what judges a lab is never repeated.
 */
export async function bootedAtLast<T>(what: string, boot: () => T | Promise<T>): Promise<T> {
  try {
    return await boot();
  } catch (error) {
    console.warn(`${what} failed and is tried once more: ${String(error).slice(-2000)}`);
    return boot();
  }
}

/** Starts a program in a process group of its own, to be killed with all that it started. */
export function startGroup(argv: readonly [string, ...string[]], cwd: string): ChildProcess {
  const [program, ...args] = argv;
  return spawn(program, args, { cwd, detached: true, stdio: 'ignore' });
}

/** Kills it, without a chance to clean up, as soon as the moment has come. */
export async function killedWhen(child: ChildProcess, what: string, moment: () => boolean) {
  const ended = once(child, 'close');
  try {
    const come = () => moment() || child.exitCode !== null;
    await waitFor(what, come, { timeoutMs: 20 * 60_000, intervalMs: 500 });
    if (child.exitCode !== null) throw new Error(`it ended before ${what}`);
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL');
  }
  await ended;
}

/** A `recreate --json` whose boots may die, done again once where it did not bring the lab up. */
export async function recreatedAtLast(recreate: () => Promise<CliResult>): Promise<CliResult> {
  return bootedAtLast('recreate', async () => {
    const result = await recreate();
    if (result.stdout.includes('"up-failed"')) throw new Error(result.stderr);
    return result;
  });
}

/** What verdicts of the original experiment should say. */
export const passes = [
  ['single-subflow', 'pass'],
  ['multi-subflow', 'pass'],
];

export function verdictsOf({ stdout }: CliResult): (readonly [string, string])[] {
  const { verdicts } = JSON.parse(stdout) as { verdicts: Verdict[] };
  return verdicts.map(({ experiment, status }) => [experiment, status] as const);
}

export function succeeded(result: CliResult): CliResult {
  expect(result.exitCode, result.stderr + result.stdout).toBe(0);
  return result;
}
