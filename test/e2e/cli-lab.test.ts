import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labId } from '../../src/drive/lab-id.js';
import { waitFor } from '../../src/drive/wait.js';
import { cli, resultOf, saying, startCli, writeFiles } from '../helpers/cli.js';
import { processesSaying } from '../helpers/lab-traces.js';
import { tempDir } from '../helpers/temp-dir.js';

/** Classic pcap in this machine's byte order. */
const pcapMagic = 0xa1b2c3d4;

/** Tests are about namespaces, whatever this host has besides. */
const netns = ['--provider', 'netns'];

function labOf(name: string, hosts: readonly string[]): string {
  const nodes = hosts.map((host) => [host, { interfaces: [{ segment: 'wire' }] }] as const);
  return JSON.stringify({
    name,
    segments: { wire: {} },
    nodes: Object.fromEntries(nodes),
    experiments: [],
  });
}

async function untilLongerThan(file: string, bytes: number): Promise<void> {
  const size = () =>
    stat(file).then(
      (it) => it.size,
      () => 0,
    );
  await waitFor(`${file} to grow`, async () => (await size()) > bytes, { timeoutMs: 20_000 });
}

describe('a lab that was brought up by the command line', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'subflow-test-'));
    await writeFiles(dir, { 'tiny.json': labOf('tiny', ['left', 'right']) });
    const up = await cli(dir, 'up', 'tiny.json', ...netns);
    expect(up).toMatchObject({ exitCode: 0 });
    expect(up.stdout).toMatch(/^tiny is up in \.subflow[\\/]tiny: left, right\n/);
  });

  afterAll(async () => {
    await cli(dir, 'destroy');
    await rm(dir, { recursive: true });
  });

  it('is found from disk by another process', async () => {
    const { stdout } = await cli(dir, 'status', '--json');
    const lab = {
      lab: 'tiny',
      dir: join('.subflow', 'tiny'),
      provider: 'netns',
      running: true,
      nodes: [
        { name: 'left', running: true },
        { name: 'right', running: true },
      ],
      degraded: expect.any(Array) as string[],
    };
    expect(JSON.parse(stdout)).toEqual({ labs: [lab] });
    const named = await cli(dir, 'status', '--json', '--dir', lab.dir);
    expect(JSON.parse(named.stdout)).toEqual(lab);
  });

  it('is not brought up twice', async () => {
    const { exitCode, stderr } = await cli(dir, 'up', 'tiny.json', ...netns);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('error: lab-running\n');
    expect(stderr).toContain('subflow destroy');
  });

  it('runs programs and passes on output and exit code', async () => {
    const script = 'echo "$1"; echo trouble >&2; exit 7';
    expect(await cli(dir, 'exec', 'left', '--', 'sh', '-c', script, 'sh', '$(id) "; #')).toEqual({
      exitCode: 7,
      stdout: '$(id) "; #\n',
      stderr: 'trouble\n',
    });
  });

  it('runs programs between its nodes', async () => {
    const argv = ['ping', '-c', '1', '-W', '5', 'right'];
    expect((await cli(dir, 'exec', 'left', '--', ...argv)).exitCode).toBe(0);
  });

  it('answers a program in one JSON document', async () => {
    const { exitCode, stdout } = await cli(dir, 'exec', 'left', '--json', '--', 'hostname');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ node: 'left', exitCode: 0, stdout: 'left\n', stderr: '' });
  });

  it('says of a program that is not there what a shell would', async () => {
    expect((await cli(dir, 'exec', 'left', '--', 'no-such-program')).exitCode).toBe(127);
  });

  it('names its nodes where one is asked for that it has not', async () => {
    const { exitCode, stderr } = await cli(dir, 'exec', 'middle', '--', 'true');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error: unknown-name\n');
    expect(stderr).toContain('left, right');
  });

  it('opens a shell that reads from this terminal', async () => {
    const shell = startCli(dir, ['shell', 'right']);
    shell.stdin!.end('hostname; exit 5\n');
    expect(await resultOf(shell)).toMatchObject({ exitCode: 5, stdout: 'right\n' });
  });

  it('hands what is piped into us to the program', async () => {
    const child = startCli(dir, ['exec', 'left', '--', 'head', '-c', '3']);
    child.stdin!.on('error', () => undefined).end('abcdef'.repeat(100_000));
    expect(await resultOf(child)).toEqual({ exitCode: 0, stdout: 'abc', stderr: '' });
  });

  it('passes Ctrl-C on to the program and its end on to us', async () => {
    const script = 'trap "exit 42" INT; echo ready; while :; do sleep 0.1; done';
    const child = startCli(dir, ['exec', 'left', '--', 'sh', '-c', script]);
    await saying(child, 'stdout', 'ready');
    child.kill('SIGINT');
    expect((await resultOf(child)).exitCode).toBe(42);
  });

  it('is left at once by a second Ctrl-C', async () => {
    const script = 'trap "" INT; echo ready; while :; do sleep 1; done';
    const child = startCli(dir, ['exec', 'left', '--', 'sh', '-c', script]);
    await saying(child, 'stdout', 'ready');
    const ended = once(child, 'exit');
    const again = setInterval(() => child.kill('SIGINT'), 200);
    expect(await ended).toEqual([130, null]);
    clearInterval(again);
  });

  it('captures an interface into a file until Ctrl-C', async () => {
    const file = join(dir, 'left.pcap');
    const capture = startCli(dir, ['capture', 'left', 'enp0s3', '-w', 'left.pcap']);
    const ended = resultOf(capture);
    await untilLongerThan(file, 0);
    const ping = startCli(dir, ['exec', 'left', '--', 'ping', '-i', '0.2', 'right']);
    await untilLongerThan(file, 200);
    ping.kill('SIGINT');
    capture.kill('SIGINT');
    expect(await ended).toMatchObject({ exitCode: 0, stdout: '' });
    expect((await readFile(file)).readUInt32LE(0)).toBe(pcapMagic);
  });

  it('captures an interface onto stdout', async () => {
    const capture = startCli(dir, ['capture', 'left', 'enp0s3', '-w', '-']);
    const [header] = (await once(capture.stdout!, 'data')) as [Buffer];
    expect(header.readUInt32LE(0)).toBe(pcapMagic);
    capture.kill('SIGINT');
    expect((await resultOf(capture)).exitCode).toBe(0);
  });

  it('names the interfaces where one is asked for that the node has not', async () => {
    const { exitCode, stderr } = await cli(dir, 'capture', 'left', 'eth0', '-w', 'x.pcap');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('left: has no interface "eth0"\n  -> Take one of: enp0s3.\n');
  });

  it('has nothing to verify where it has no experiments', async () => {
    expect(await cli(dir, 'verify')).toMatchObject({
      exitCode: 0,
      stdout: 'tiny has no experiments\n',
    });
  });

  it.each(['verify', 'recreate'])(
    'is not touched by %s of an experiment it has not',
    async (verb) => {
      const lab = join('.subflow', 'tiny');
      const { exitCode, stderr } = await cli(dir, verb, '--dir', lab, '--experiment', 'other');
      expect(exitCode).toBe(2);
      expect(stderr).toContain('the lab has no experiment "other"');
      expect((await cli(dir, 'status')).stdout).toContain('left: running\n');
    },
  );
});

describe('a lab', () => {
  it('is recreated, destroyed, and destroyed again, from its directory alone', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'tiny.json': labOf('tiny', ['left', 'right']) });
    await cli(dir, 'generate', 'tiny.json', ...netns, '--out', 'lab');
    try {
      expect(await cli(dir, 'recreate', '--dir', 'lab')).toMatchObject({ exitCode: 0 });
      expect((await cli(dir, 'exec', 'left', '--dir', 'lab', '--', 'true')).exitCode).toBe(0);
    } finally {
      expect(await cli(dir, 'destroy', '--dir', 'lab')).toMatchObject({ exitCode: 0 });
    }
    expect(await cli(dir, 'destroy', '--dir', 'lab')).toMatchObject({ exitCode: 0 });
    const { exitCode, stderr } = await cli(dir, 'exec', 'left', '--dir', 'lab', '--', 'true');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('error: lab-not-running\n');
  });

  it('is gone when its bringing up was interrupted', async () => {
    const dir = await tempDir();
    const hosts = Array.from({ length: 100 }, (_, index) => `h${index}`);
    await writeFiles(dir, { 'large.json': labOf('large', hosts) });
    const child = startCli(dir, ['up', 'large.json', ...netns]);
    await saying(child, 'stderr', 'up: ');
    child.kill('SIGINT');
    const { exitCode, stderr } = await resultOf(child);
    expect(exitCode).toBe(130);
    expect(stderr).toContain('error: interrupted\n');
    const { stdout } = await cli(dir, 'status', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ labs: [{ running: false }] });
    expect(processesSaying(labId('large', join(dir, '.subflow/large')))).toEqual([]);
  });

  it('that runs is the one that is meant among several', async () => {
    const dir = await tempDir();
    for (const name of ['one', 'two']) {
      await writeFiles(dir, { [`${name}.json`]: labOf(name, ['left', 'right']) });
      await cli(dir, 'generate', `${name}.json`, ...netns, '--out', `.subflow/${name}`);
    }
    try {
      await cli(dir, 'up', 'two.json', ...netns);
      const { stdout } = await cli(dir, 'exec', 'left', '--', 'ip', 'netns', 'identify');
      expect(stdout).toBe('left\n');
      const status = await cli(dir, 'status');
      expect(status.stdout).toMatch(/^one in \S+: not running[^]*\n\ntwo in \S+: running/);
    } finally {
      await cli(dir, 'destroy', '--dir', '.subflow/two');
    }
  });
});

describe('doctor', () => {
  it('says what this host can run and what it has', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'doctor', '--json');
    expect(exitCode).toBe(0);
    const { providers, facts } = JSON.parse(stdout) as Record<string, unknown>;
    expect(providers).toContainEqual(expect.objectContaining({ provider: 'netns', canRun: true }));
    expect(facts).toMatchObject({ mptcp: 'enabled', node: process.version });
  });

  it('exits 3 and says what to install where nothing is installed', async () => {
    const child = startCli(await tempDir(), ['doctor'], { PATH: '/nowhere' });
    const { exitCode, stdout } = await resultOf(child);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^netns: cannot run here$/m);
    expect(stdout).toContain('iproute2');
  });
});

describe('a lab without --provider', () => {
  it('comes up in namespaces where VirtualBox is there and not usable, and says why', async () => {
    const dir = await tempDir();
    await writeFiles(dir, {
      'tiny.json': labOf('tiny', ['left', 'right']),
      'bin/vagrant': "#!/bin/sh\necho 'Vagrant 2.3.4'\n",
      'bin/VBoxManage':
        "#!/bin/sh\n[ \"$1\" != --version ] || printf '%s\\n' 'WARNING: The vboxdrv kernel module is not loaded.' 7.0.20r1\n",
    });
    for (const name of ['vagrant', 'VBoxManage']) await chmod(join(dir, 'bin', name), 0o755);
    const env = { PATH: `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` };
    try {
      const up = await resultOf(startCli(dir, ['up', 'tiny.json', '--json'], env));
      expect(up.exitCode, up.stderr).toBe(0);
      expect(JSON.parse(up.stdout)).toMatchObject({ provider: 'netns' });
      expect(up.stderr).toMatch(/^provider: netns, since virtualbox cannot .*vboxdrv/m);
      const other = ['up', 'tiny.json', '--provider', 'virtualbox'];
      const refused = await resultOf(startCli(dir, other, env));
      expect(refused.stderr).toContain('a lab runs here already, brought up by netns');
    } finally {
      await cli(dir, 'destroy');
    }
  });
});
