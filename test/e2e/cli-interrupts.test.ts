import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labId } from '../../src/drive/lab-id.js';
import { cli, cliPath, resultOf, saying, startCli, writeFiles } from '../helpers/cli.js';
import { labNamespaces, processesIn, processesSaying } from '../helpers/lab-traces.js';

/** Notices three interrupts, then goes. */
const patient = `n=0
trap 'n=$((n + 1)); echo "interrupt $n"' INT
echo ready
until [ "$n" = 3 ]; do sleep 0.1; done
echo gone by itself
exit 7
`;

const wire = {
  segments: { wire: {} },
  nodes: {
    left: { interfaces: [{ segment: 'wire' }] },
    right: { interfaces: [{ segment: 'wire' }] },
  },
};
const long = { kind: 'multi-subflow', client: 'client', server: 'server', seconds: 600 };
const longLab = `import { mptcpLab } from 'subflow';
export default { ...mptcpLab({ name: 'long' }), experiments: [${JSON.stringify(long)}] };`;

/** What was killed takes the kernel a moment on a busy host. */
const settling = { timeout: 5000 };

describe('an interrupt', () => {
  let dir: string;
  const isRunning = async (lab: string): Promise<boolean> => {
    const { stdout } = await cli(dir, 'status', '--dir', `.subflow/${lab}`, '--json');
    return (JSON.parse(stdout) as { running: boolean }).running;
  };

  const processesOf = async (lab: string): Promise<number[]> => {
    const state = await readFile(join(dir, '.subflow', lab, '.state/netns.json'), 'utf8');
    const { init } = JSON.parse(state) as { init: { pid: number } };
    return processesIn(labNamespaces(init.pid));
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'subflow-test-'));
    await writeFiles(dir, {
      'tiny.json': JSON.stringify({ name: 'tiny', experiments: [], ...wire }),
      'patient.sh': patient,
      'long.mjs': longLab,
    });
    expect(await cli(dir, 'up', 'tiny.json')).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    for (const lab of ['tiny', 'long']) await cli(dir, 'destroy', '--dir', `.subflow/${lab}`);
    await rm(dir, { recursive: true });
  });

  it('ends a capture whenever it comes, with its dumpcap', async () => {
    const before = await processesOf('tiny');
    for (let delayMs = 150; delayMs <= 500; delayMs += 50) {
      const file = join(dir, 'early.pcap');
      const args = ['capture', 'left', 'enp0s3', '-w', file, '--dir', '.subflow/tiny'];
      const capture = startCli(dir, args);
      const ended = once(capture, 'close');
      await sleep(delayMs);
      capture.kill('SIGINT');
      const timeout = new AbortController();
      const inTime = await Promise.race([
        ended.then(() => true),
        sleep(8000, false, { signal: timeout.signal }),
      ]);
      timeout.abort();
      if (!inTime) capture.kill('SIGKILL');
      expect(inTime, `after ${delayMs} ms`).toBe(true);
    }
    await expect.poll(() => processesOf('tiny'), settling).toEqual(before);
  });

  it('is the business of the program alone that owns the terminal', async () => {
    const exec = ['exec', 'left', '--dir', '.subflow/tiny', '--', 'sh', 'patient.sh'];
    const command = [process.execPath, cliPath, ...exec].map((word) => `'${word}'`).join(' ');
    // `exec`, or a shell would stay in between and end of the interrupts.
    const script = spawn('script', ['-qec', `exec ${command}`, '/dev/null'], { cwd: dir });
    const ended = resultOf(script);
    await saying(script, 'stdout', 'ready');
    for (const count of [1, 2, 3]) {
      const noticed = saying(script, 'stdout', `interrupt ${count}`);
      script.stdin.write('\x03');
      await noticed;
    }
    const { exitCode, stdout } = await ended;
    expect(stdout).toContain('gone by itself');
    expect(exitCode).toBe(7);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('(%s) of a recreate while it verifies leaves nothing', async (signal, code) => {
    const recreate = startCli(dir, ['recreate', 'long.mjs']);
    const { exitCode, stderr } = await interruptedVerifying(recreate, signal, 500);
    expect(exitCode).toBe(code);
    expect(stderr).toContain('error: interrupted\n');
    expect(await isRunning('long')).toBe(false);
    expect(processesSaying(labId('long', join(dir, '.subflow/long')))).toEqual([]);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('(%s) of verify leaves the lab up, and says so', async (signal, code) => {
    await cli(dir, 'up', 'long.mjs');
    const before = await processesOf('long');
    for (const delayMs of [0, 60, 120, 240, 1000]) {
      const verify = startCli(dir, ['verify', 'long.mjs']);
      const { exitCode, stderr } = await interruptedVerifying(verify, signal, delayMs);
      expect(exitCode, stderr).toBe(code);
      expect(stderr).toContain(`long in ${join('.subflow', 'long')} is still up\n`);
      await expect.poll(() => processesOf('long'), settling).toEqual(before);
    }
    expect(await isRunning('long')).toBe(true);
  });
});

async function interruptedVerifying(child: ChildProcess, signal: NodeJS.Signals, delayMs: number) {
  const ended = resultOf(child);
  await saying(child, 'stderr', 'multi-subflow: running');
  await sleep(delayMs);
  child.kill(signal);
  return ended;
}
