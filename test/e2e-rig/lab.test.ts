import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/model/verdict.js';
import { waitFor } from '../../src/drive/wait.js';
import { resultOf, startCli, type CliResult } from '../helpers/cli.js';
import { enterOwnRig, type OwnRig } from '../helpers/rig.js';
import { runTool } from '../helpers/run-tool.js';

// Three guests by software emulation: minutes, not seconds.
const patient = { timeout: 40 * 60_000 };

describe('the original lab on three real guests', () => {
  let rig: OwnRig;
  let home: string;
  let dir: string;

  const subflow = (...args: string[]) => resultOf(startCli(home, args));
  const vagrant = (...args: string[]) =>
    timed(`vagrant ${args.join(' ')}`, () => runTool(['vagrant', ...args], { cwd: dir }));
  const machines = () =>
    runTool(['VBoxManage', 'list', 'vms']).toString().split('\n').filter(Boolean);
  const golden = () => machines().filter((line) => line.includes('_default_'));

  beforeAll(async () => {
    rig = enterOwnRig();
    process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
    home = realpathSync(await mkdtemp(join(tmpdir(), 'rig-lab-')));
    dir = join(home, 'original');
  }, 120_000);
  afterAll(async () => {
    rig.clean();
    await rm(home, { recursive: true });
  }, 120_000);

  test('comes up by plain vagrant up in the generated directory', patient, async () => {
    succeeded(await subflow('generate', '--provider', 'virtualbox', '--out', dir));
    vagrant('up');
    expect(machines()).toHaveLength(4);
    expect(golden()).toHaveLength(1);
  });

  test('passes both experiments', patient, async () => {
    expect(verdictsOf(succeeded(await subflow('verify', '--dir', dir, '--json')))).toEqual(passes);
  });

  test('has machines of their own', patient, async () => {
    const identities = await Promise.all(['client', 'router', 'server'].map(identityOf));
    for (const key of ['machineId', 'hostKey', 'hostname', 'macs', 'instanceId'] as const) {
      expect(new Set(identities.map((identity) => identity[key])).size, key).toBe(3);
    }
    for (const { hostname, authorizedKeys } of identities) {
      expect(authorizedKeys).not.toMatch(/vagrant insecure/);
      const key = join(dir, '.vagrant/machines', hostname, 'virtualbox/private_key');
      if (existsSync(key)) expect(statSync(key).mode & 0o077).toBe(0);
    }
  });

  test('passes again when the client was reloaded', patient, async () => {
    vagrant('reload', 'client');
    expect(verdictsOf(succeeded(await subflow('verify', '--dir', dir, '--json')))).toEqual(passes);
  });

  test('is recreated from the same image', patient, async () => {
    const before = golden();
    const recreated = await timed('subflow recreate', () =>
      subflow('recreate', '--dir', dir, '--json'),
    );
    expect(verdictsOf(succeeded(recreated))).toEqual(passes);
    expect(golden()).toEqual(before);
  });

  test('comes up anew when its up was killed', patient, async () => {
    succeeded(await subflow('destroy', '--dir', dir));
    const up = startCli(home, ['up', '--dir', dir]);
    const begun = () => machines().length > golden().length;
    await waitFor('the first clone', begun, { timeoutMs: 10 * 60_000, intervalMs: 1000 });
    up.kill('SIGKILL');
    succeeded(await subflow('up', '--dir', dir));
    expect(machines()).toHaveLength(4);
  });

  test('leaves nothing but the image when it is destroyed', patient, async () => {
    succeeded(await subflow('destroy', '--dir', dir));
    expect(machines()).toEqual(golden());
    expect(readdirSync(join(dir, '.state'))).toEqual([]);
    const running = runTool(['VBoxManage', 'list', 'runningvms']).toString();
    expect(running.trim()).toBe('');
  });

  async function identityOf(node: string) {
    const said = async (script: string) =>
      succeeded(await subflow('exec', node, '--dir', dir, '--', 'sh', '-c', script)).stdout.trim();
    return {
      hostname: await said('hostname'),
      machineId: await said('cat /etc/machine-id'),
      hostKey: await said('cat /etc/ssh/ssh_host_ed25519_key.pub | cut -d" " -f2'),
      macs: await said('cat /sys/class/net/enp*/address | sort'),
      instanceId: await said('cat /var/lib/cloud/data/instance-id'),
      authorizedKeys: await said('cat /home/vagrant/.ssh/authorized_keys'),
    };
  }
});

const passes = [
  ['single-subflow', 'pass'],
  ['multi-subflow', 'pass'],
];

function verdictsOf({ stdout }: CliResult): (readonly [string, string])[] {
  const { verdicts } = JSON.parse(stdout) as { verdicts: Verdict[] };
  return verdicts.map(({ experiment, status }) => [experiment, status] as const);
}

function succeeded(result: CliResult): CliResult {
  expect(result.exitCode, result.stderr + result.stdout).toBe(0);
  return result;
}

/** Says how long it took: figures to compare, nothing to pass or fail by. */
function timed<T>(what: string, action: () => T): T {
  const started = performance.now();
  const tell = () =>
    console.info(`${((performance.now() - started) / 1000).toFixed(0)} s: ${what}`);
  const result = action();
  if (result instanceof Promise) void result.then(tell, tell);
  else tell();
  return result;
}
