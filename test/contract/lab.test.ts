import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabHandle } from '../../src/drive/driver.js';
import { labId } from '../../src/drive/lab-id.js';
import { waitFor } from '../../src/drive/wait.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { contractProviders } from '../helpers/contract-providers.js';
import { processesSaying } from '../helpers/lab-traces.js';
import { bundleProgram } from '../helpers/run-program.js';
import { tempDir } from '../helpers/temp-dir.js';

const execute = promisify(execFile);

describe.each(contractProviders)('a lab on %s', (provider) => {
  const lab = buildLab(mptcpLab(), { provider });
  let dir: string;
  let handle: LabHandle;
  const on = (node: string, ...argv: [string, ...string[]]) =>
    handle.node(node).exec(argv, { timeoutMs: 20_000 });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'subflow-contract-'));
    handle = await lab.up({ dir });
  });
  afterAll(async () => {
    await handle.destroy();
    await rm(dir, { recursive: true });
  });

  test('answers pings by name both ways through the router', async () => {
    await on('client', 'ping', '-c1', '-W5', 'server');
    await on('server', 'ping', '-c1', '-W5', 'client');
  });

  test('takes iperf3 to a server by its name', async () => {
    const server = handle.node('server').spawn(['iperf3', '-s', '-1', '--forceflush']);
    const [said] = (await once(server.stdout!, 'data')) as [Buffer];
    expect(String(said)).toContain('----');
    const { stdout } = await on('client', 'iperf3', '-c', 'server', '-n', '100K', '-J');
    // What iperf3 says was received of so little may be nothing yet.
    const { end } = JSON.parse(stdout) as { end: { sum_sent: { bytes: number } } };
    expect(end.sum_sent.bytes).toBeGreaterThan(0);
    expect(await server.exited).toEqual({ exitCode: 0, signal: null });
  });

  test('gives every node its name', async () => {
    for (const { name } of lab.plan.nodes) {
      expect((await on(name, 'hostname')).stdout).toBe(`${name}\n`);
    }
  });

  test('shows a node its own devices only', async () => {
    const { stdout } = await on('client', 'ip', '-j', 'link');
    const names = (JSON.parse(stdout) as { ifname: string; address: string }[]).slice(1);
    const planned = lab.plan.nodes.find(({ name }) => name === 'client')!.interfaces;
    expect(names.map(({ ifname, address }) => [ifname, address])).toEqual(
      planned.map(({ device, mac }) => [device, mac]),
    );
  });

  test('sets limits and endpoints of MPTCP as planned', async () => {
    expect((await on('client', 'ip', 'mptcp', 'limits')).stdout.trim()).toBe(
      'add_addr_accepted 0 subflows 2',
    );
    expect((await on('client', 'ip', 'mptcp', 'endpoint')).stdout.trim()).toBe(
      '192.168.20.20 id 1 subflow dev enp0s8',
    );
    expect((await on('server', 'ip', 'mptcp', 'endpoint')).stdout).toBe('');
  });

  test('forwards on the router, which has MPTCP off', async () => {
    const { stdout } = await on(
      'router',
      'sysctl',
      '-n',
      'net.ipv4.ip_forward',
      'net.mptcp.enabled',
    );
    expect(stdout).toBe('1\n0\n');
  });

  test('routes by source address as planned', async () => {
    expect((await on('client', 'ip', 'rule')).stdout).toContain(
      '1002:\tfrom 192.168.20.20 lookup 2',
    );
    const table = await on('client', 'ip', 'route', 'show', 'table', '2');
    expect(
      table.stdout
        .split('\n')
        .map((line) => line.trim())
        .sort(),
    ).toEqual(['', '192.168.20.0/24 dev enp0s8 scope link', 'default via 192.168.20.1 dev enp0s8']);
  });

  test('takes the default route with the lowest metric', async () => {
    const { stdout } = await on('client', 'ip', 'route', 'get', '192.168.30.20');
    expect(stdout).toContain('via 192.168.10.1 dev enp0s3 src 192.168.10.20');
  });

  test('shapes the paths and not the server side', async () => {
    const { stdout } = await on('router', 'tc', '-j', 'qdisc');
    const shaped = (
      JSON.parse(stdout) as { kind: string; dev: string; options: { rate: number } }[]
    )
      .filter(({ kind }) => kind === 'tbf')
      .map(({ dev, options }) => [dev, options.rate * 8]);
    expect(shaped).toEqual([
      ['enp0s3', 50_000_000],
      ['enp0s8', 50_000_000],
    ]);
  });

  test('passes arguments unchanged, whatever they hold', async () => {
    const hostile = [
      'a b',
      '$HOME',
      '`id`',
      '$(id)',
      "'",
      '"',
      '\\',
      '*',
      '\n',
      ';',
      '',
      '-n',
      'é',
      '--',
    ];
    const { stdout } = await on('client', 'printf', '%s\\0', ...hostile);
    expect(stdout.split('\0').slice(0, -1)).toEqual(hostile);
  });

  test('passes on exit code, both outputs and input', async () => {
    const result = await handle
      .node('client')
      .exec(['sh', '-c', 'cat; echo trouble >&2; exit 42'], { input: 'grüße\n', check: false });
    expect(result).toEqual({ exitCode: 42, stdout: 'grüße\n', stderr: 'trouble\n' });
  });

  test('fails with the command and what it said when a program fails', async () => {
    await expect(on('client', 'sh', '-c', 'echo why >&2; exit 3')).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/"exit 3".*|exit code 3: why/s) as string,
    });
  });

  test('reports a program that is not there as sh does', async () => {
    const { exitCode } = await handle.node('client').exec(['no-such-program'], { check: false });
    expect(exitCode).toBe(127);
  });

  test('ends a program with all it started when its time is over', async () => {
    const argv = ['sh', '-c', 'sleep 4711.5 & sleep 4711.5'] as const;
    await expect(handle.node('client').exec(argv, { timeoutMs: 300 })).rejects.toThrow('300 ms');
    await noneSays('sleep 4711.5');
  });

  test('ends a program when it is aborted', async () => {
    const abort = new AbortController();
    const slept = handle.node('client').exec(['sleep', '4712.5'], { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(slept).rejects.toThrow('enough');
    await noneSays('sleep 4712.5');
  });

  test('lets a program finish its work on SIGINT', async () => {
    const program = 'trap "echo done; exit 0" INT; echo ready; while :; do sleep 0.01; done';
    const child = handle.node('client').spawn(['sh', '-c', program]);
    const said: string[] = [];
    child.stdout!.on('data', (data: Buffer) => said.push(String(data)));
    await waitFor('the program', () => said.join('') === 'ready\n', { timeoutMs: 10_000 });
    child.kill('SIGINT');
    expect(await child.exited).toEqual({ exitCode: 0, signal: null });
    await waitFor('its last word', () => said.join('') === 'ready\ndone\n', { timeoutMs: 10_000 });
  });

  test('kills a spawned program with all it started', async () => {
    const child = handle.node('client').spawn(['sh', '-c', 'sleep 4713.5 & echo ready; wait']);
    await once(child.stdout!, 'data');
    child.kill('SIGKILL');
    await child.exited;
    await noneSays('sleep 4713.5');
  });

  test('ends a spawned program when its spawner is killed', async () => {
    const program = await bundleProgram(new URL('programs/leave-spawned.ts', import.meta.url));
    const argv = [program, dir, 'sh', '-c', 'echo ready; exec sleep 4714.5'];
    const spawner = spawn(process.execPath, argv);
    await once(spawner.stdout, 'data');
    expect(processesSaying('sleep 4714.5')).not.toEqual([]);
    spawner.kill('SIGKILL');
    await noneSays('sleep 4714.5');
  });

  test('is found by another process', async () => {
    const program = await bundleProgram(new URL('programs/attach.ts', import.meta.url));
    const { stdout } = await execute(process.execPath, [program, dir]);
    expect(stdout).toBe('server\n');
  });

  test('is refused a second time in its directory', async () => {
    await expect(lab.up({ dir })).rejects.toMatchObject({ code: 'lab-running' });
    await on('client', 'true');
  });

  test('knows no other nodes than the plan', () => {
    expect(() => handle.node('clinet')).toThrow(/no node "clinet"[\s\S]*client, router, server/);
  });

  test('lives beside the same lab in another directory', async () => {
    const other = await tempDir();
    const second = await lab.up({ dir: other });
    await second.node('client').exec(['ping', '-c1', '-W5', 'server']);
    await second.destroy();
    await on('client', 'ping', '-c1', '-W5', 'server');
  });

  test('leaves nothing when a node cannot be made, and says which line failed', async () => {
    const broken = mptcpLab();
    broken.nodes['client']!.routes = [{ to: '203.0.113.0/24', via: '198.51.100.1' }];
    broken.name = 'broken';
    const place = await tempDir();
    const allow = ['routing/gateway-off-link'];
    await expect(buildLab(broken, { provider }).up({ dir: place, allow })).rejects.toMatchObject({
      code: 'up-failed',
      message: expect.stringMatching(
        /^nodes\/client\.sh:\d+: "route add 203\.0\.113\.0\/24 via 198\.51\.100\.1": .*invalid gateway/,
      ) as string,
    });
    expect(processesSaying(labId('broken', place))).toEqual([]);
    expect(readdirSync(join(place, '.state'))).toEqual([]);
  });

  test('leaves nothing when it is aborted on its way up', async () => {
    const place = await tempDir();
    const id = labId(lab.plan.name, place);
    const outcomes: string[] = [];
    for (let delayMs = 0; delayMs < 90; delayMs += 10) {
      const abort = new AbortController();
      const up = lab.up({ dir: place, signal: abort.signal });
      const outcome = up.then(
        (running) => running.destroy().then(() => 'was up already'),
        (error: unknown) => (error as Error).message,
      );
      const started = () => processesSaying(id).length > 0;
      await waitFor('its first process', started, { timeoutMs: 10_000 });
      await sleep(delayMs);
      abort.abort(new Error('changed my mind'));
      outcomes.push(await outcome);
      expect(processesSaying(id)).toEqual([]);
      expect(await lab.status({ dir: place })).toMatchObject({ running: false });
      expect(readdirSync(join(place, '.state'))).toEqual([]);
    }
    expect(new Set([...outcomes, 'was up already'])).toEqual(
      new Set(['changed my mind', 'was up already']),
    );
    expect(outcomes).toContain('changed my mind');
  });

  test('does not start when it is aborted before', async () => {
    const place = await tempDir();
    const signal = AbortSignal.abort(new Error('never mind'));
    await expect(lab.up({ dir: place, signal })).rejects.toThrow('never mind');
    expect(await lab.status({ dir: place })).toMatchObject({ running: false });
  });

  test('routes IPv6 by source address as well as IPv4', async () => {
    const dual = mptcpLab();
    dual.addressFamilies = ['ipv4', 'ipv6'];
    for (const segment of Object.values(dual.segments)) delete segment.subnets;
    for (const { interfaces } of Object.values(dual.nodes)) {
      for (const nic of interfaces) {
        delete nic.addresses;
        delete nic.gateways;
      }
    }
    delete dual.nodes['client']!.mptcp;
    await using running = await buildLab(dual, { provider }).up({ dir: await tempDir() });
    const client = running.node('client');
    const { policies } = running.plan.nodes.find(({ name }) => name === 'client')!;
    const second = policies.filter(({ family }) => family === 'ipv6')[1]!;
    const rules = await client.exec(['ip', '-6', 'rule']);
    expect(rules.stdout).toContain(
      `${second.priority}:\tfrom ${second.from} lookup ${second.table}`,
    );
    // A neighbour that is asked for in vain is asked again after a second.
    await client.exec(['ping', '-6', '-c1', '-W1', '-I', second.from, 'server']);
    await client.exec(['ping', '-4', '-c1', '-W1', 'server']);
    for (const { name } of running.plan.nodes) {
      const { stdout } = await running
        .node(name)
        .exec(['ip', '-6', 'address', 'show', 'tentative']);
      expect(stdout).toBe('');
    }
  });

  test('delays where the kernel can, and says so where it cannot, keeping the rate', async () => {
    const slow = mptcpLab();
    slow.segments['pathA']!.impairment = { rateMbit: 10, delayMs: 20 };
    await using running = await buildLab(slow, { provider }).up({ dir: await tempDir() });
    const { stdout } = await running.node('client').exec(['tc', 'qdisc', 'show', 'dev', 'enp0s3']);
    expect(stdout).toContain('rate 10Mbit');
    const told = running.degraded.filter((note) => note.includes('netem'));
    const lacking = ['client', 'router'].map(
      (name) => `${name}: the kernel has no netem: no delay, jitter or loss on enp0s3`,
    );
    expect(told).toEqual(stdout.includes('netem') ? [] : lacking);
  });

  test('is not running where it never was, and destroying that is no error', async () => {
    const place = await tempDir();
    await lab.destroy({ dir: place });
    await lab.destroy({ dir: place });
    expect((await lab.status({ dir: place })).nodes.map(({ running }) => running)).toEqual([
      false,
      false,
      false,
    ]);
    await expect(lab.attach({ dir: place })).rejects.toMatchObject({ code: 'lab-not-running' });
  });
});

/** A killed process may take the kernel a moment to clear away. */
async function noneSays(text: string): Promise<void> {
  await waitFor(`"${text}" to end`, () => processesSaying(text).length === 0, {
    timeoutMs: 10_000,
  });
}
