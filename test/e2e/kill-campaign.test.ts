import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { run, spawn as start } from '../../src/drive/exec.js';
import { labId } from '../../src/drive/lab-id.js';
import { runningLab } from '../../src/drive/netns/state.js';
import { identityOf, isRunning } from '../../src/drive/process-identity.js';
import { waitFor } from '../../src/drive/wait.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { hostState, labNamespaces, processesIn, processesSaying } from '../helpers/lab-traces.js';
import { seededRandom } from '../helpers/random.js';
import { tempDir } from '../helpers/temp-dir.js';

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const kills = 50;
const random = seededRandom(8684);

/**
 * Each verb with what it needs to have something to do, and the time in ms it takes at most: within
 * that, or what it took by itself on this host, it is killed.
 */
const verbs = [
  { verb: 'up', needs: 'destroy', longestMs: 600 },
  { verb: 'verify', needs: 'up', longestMs: 3000 },
  { verb: 'recreate', needs: null, longestMs: 4000 },
  { verb: 'destroy', needs: 'up', longestMs: 400 },
] as const;

/** Of a verb's runs, about 12, those that must not have ended by themselves before. */
const fewestKilled = 5;

test(
  `a lab whose commands were killed ${kills} times at random is recreated and leaves nothing`,
  { timeout: 900_000 },
  async () => {
    const dir = await tempDir();
    const topology = await shortLab(dir);
    const foreign = foreignNamespace();
    const before = hostState();

    const deaths = new Map<string, number>();
    const within = new Map<string, number>(verbs.map(({ verb, longestMs }) => [verb, longestMs]));
    for (let kill = 0; kill < kills; kill += 1) {
      const { verb, needs } = verbs[kill % verbs.length]!;
      await prepare(needs, dir, topology);
      const endedAfterMs = await killed(random() * within.get(verb)!, verb, dir, topology);
      if (endedAfterMs === null) deaths.set(verb, (deaths.get(verb) ?? 0) + 1);
      else within.set(verb, endedAfterMs);
    }
    for (const { verb } of verbs) {
      expect(deaths.get(verb), verb).toBeGreaterThanOrEqual(fewestKilled);
    }
    await command('recreate', dir, topology);
    const id = labId('original', join(dir, 'lab'));
    const namespaces = labNamespaces(runningLab(join(dir, 'lab'))!.init.pid);
    const inLab = processesIn(namespaces);
    expect(processesSaying(id).filter((pid) => !inLab.includes(pid))).toEqual([]);

    await command('destroy', dir);
    await waitFor('the lab to be gone', () => processesIn(namespaces).length === 0, {
      timeoutMs: 5000,
    });
    expect(processesSaying(id)).toEqual([]);
    expect(hostState()).toEqual(before);
    expect(await readdir(join(dir, 'lab', '.state'))).toEqual([]);
    expect(isRunning(foreign)).toBe(true);
  },
);

/** The original experiment with short transfers, as a file. */
async function shortLab(dir: string): Promise<string> {
  const experiments = buildLab(mptcpLab(), { provider: 'netns' }).plan.experiments.map(
    ({ kind, client, server }) => ({
      ...{ kind, client, server },
      seconds: 1,
    }),
  );
  const file = join(dir, 'short-lab.json');
  await writeFile(file, JSON.stringify({ ...mptcpLab(), experiments }));
  return file;
}

/** A namespace of somebody else, which has to survive. */
function foreignNamespace() {
  const process = start(['unshare', '--user', '--map-root-user', '--net', 'sleep', '3600']);
  onTestFinished(() => process.kill('SIGKILL'));
  return identityOf(process.pid!)!;
}

/** A lab that runs to be verified or destroyed, none to be brought up. */
async function prepare(
  needs: 'up' | 'destroy' | null,
  dir: string,
  topology: string,
): Promise<void> {
  const place = join(dir, 'lab');
  const runs = existsSync(place) && runningLab(place) !== null;
  if (needs === (runs ? 'destroy' : 'up')) await command(needs, dir, topology);
  if (needs !== null) expect(existsSync(place) && runningLab(place) !== null).toBe(needs === 'up');
}

/** How long in ms it took where it ended before it could be killed; else null. */
async function killed(
  afterMs: number,
  verb: string,
  dir: string,
  topology: string,
): Promise<number | null> {
  const argv = argvOf(verb, dir, topology);
  const startMs = performance.now();
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return signal === 'SIGKILL' ? null : performance.now() - startMs;
}

async function command(verb: string, dir: string, topology?: string): Promise<void> {
  await run([process.execPath, ...argvOf(verb, dir, topology)], { timeoutMs: 120_000 });
}

function argvOf(verb: string, dir: string, topology?: string): string[] {
  const file = topology === undefined || verb === 'destroy' ? [] : [topology];
  return [cli, verb, ...file, '--dir', join(dir, 'lab')];
}
