import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstUsable } from '../../src/cli/choose-provider.js';
import { virtualboxDriver } from '../../src/drive/virtualbox/driver.js';
import { waitFor } from '../../src/drive/wait.js';
import type { Lab } from '../../src/lab.js';
import { quoteSh } from '../../src/model/quote-sh.js';
import type { CaptureAnalysis } from '../../src/model/analysis.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { cliPath, resultOf, startCli } from '../helpers/cli.js';
import { enterOwnRig, rigDebian, type OwnRig } from '../helpers/rig.js';
import {
  bootedAtLast,
  golden,
  killedWhen,
  machines,
  passes,
  recreatedAtLast,
  startGroup,
  succeeded,
  timed,
  verdictsOf,
  writeOriginal,
  type Timings,
} from '../helpers/rig-lab.js';
import { runTool } from '../helpers/run-tool.js';

// Three guests by software emulation: minutes, not seconds.
const patient = { timeout: 40 * 60_000 };

const image = `debian-${rigDebian}`;

// Guests reach nothing but the lab, and what the host would fetch goes to a port nobody listens on.
const nowhere = 'http://127.0.0.1:9';
const offline = { SUBFLOW_RIG_OFFLINE: '1', http_proxy: nowhere, https_proxy: nowhere };

describe('the original lab on three real guests', () => {
  let rig: OwnRig;
  let home: string;
  let dir: string;
  const timings: Timings = {};
  const system: Record<string, string> = {};

  const subflow = (...args: string[]) => resultOf(startCli(home, args));
  const vagrant = (args: readonly string[], env = process.env) =>
    timed(timings, `vagrant ${args.join(' ')}`, () =>
      bootedAtLast('vagrant', () => runTool(['vagrant', ...args], { cwd: dir, env })),
    );
  /** By software emulation a program may be late, and then a run proves nothing: it is done again, once. */
  const verified = async () => {
    const verify = () =>
      timed(timings, 'subflow verify', () => subflow('verify', '--dir', dir, '--json'));
    const first = await verify();
    const isLate = first.exitCode === 4 || first.stdout.includes('did not end within');
    return verdictsOf(succeeded(isLate ? await verify() : first));
  };
  const onClient = async (script: string) =>
    succeeded(await subflow('exec', 'client', '--dir', dir, '--', 'sh', '-c', script)).stdout;

  /** By NAT's gateway, as anything outside the lab is reached. */
  const reachesHost = async (server: Server) => {
    const { port } = server.address() as AddressInfo;
    const connect = `timeout 10 bash -c ': <>/dev/tcp/10.0.5.2/${port}' 2>/dev/null`;
    return (await onClient(`${connect} && echo yes || echo no`)) === 'yes\n';
  };

  beforeAll(async () => {
    rig = enterOwnRig();
    process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
    home = realpathSync(await mkdtemp(join(tmpdir(), 'rig-lab-')));
    dir = join(home, 'original');
  }, 120_000);
  afterAll(async () => {
    console.info(JSON.stringify(timings, null, 2));
    rig.clean();
    await rm(home, { recursive: true });
  }, 120_000);

  test('is what comes up here where nobody names a provider', patient, async () => {
    const context = { signal: new AbortController().signal, emit: () => undefined };
    const probe = ({ plan }: Lab) => virtualboxDriver.probe(plan, context);
    const { lab, reason } = await firstUsable(mptcpLab(), probe);
    expect(lab.plan.provider, reason).toBe('virtualbox');
  });

  test('has no image where there is no room for one, and says so', patient, async () => {
    const full = join(home, 'full');
    mkdirSync(full);
    runTool(['mount', '-t', 'tmpfs', '-o', 'size=64m', 'subflow-test', full]);
    try {
      runTool(['VBoxManage', 'setproperty', 'machinefolder', full]);
      const { exitCode, stderr } = await subflow('image', 'build', image);
      expect(exitCode).toBe(3);
      expect(stderr).toMatch(/takes \d+ MiB, and 64 MiB are free in /);
      expect(machines()).toEqual([]);
    } finally {
      runTool(['VBoxManage', 'setproperty', 'machinefolder', join(rig.dir, 'machines')]);
      runTool(['umount', full]);
    }
  });

  test('is begun, and killed while its image is built', patient, async () => {
    writeOriginal(join(home, 'original.json'));
    const out = ['--provider', 'virtualbox', '--out', dir];
    succeeded(await subflow('generate', 'original.json', ...out));
    const up = startGroup(['vagrant', 'up'], dir);
    await killedWhen(up, 'the golden machine runs', () => golden('runningvms').length > 0);
  });

  test('comes up by plain vagrant up, without Node and without an ISO tool', patient, async () => {
    const { env, used } = withoutTools(home);
    await vagrant(['up'], env);
    expect(existsSync(used)).toBe(false);
    expect(machines()).toHaveLength(4);
    expect(golden()).toHaveLength(1);
  });

  test(
    'has an image that is found again at once, and kept while it is needed',
    patient,
    async () => {
      const again = succeeded(await subflow('image', 'build', image, '--json'));
      const { images, lookedUpMs } = JSON.parse(again.stdout) as ImageBuild;
      console.info(`${lookedUpMs} ms: the image looked up`);
      expect(images).toMatchObject([{ built: false }]);
      expect((await subflow('image', 'list')).stdout).toContain(`3 clones in ${dir}`);
      const removed = await subflow('image', 'remove', images[0]!.id);
      expect(removed.exitCode).toBe(3);
      expect(removed.stderr).toContain('machines are clones of it and would lose their disks');
      expect(golden()).toHaveLength(1);
    },
  );

  test('passes both experiments', patient, async () => {
    expect(await verified()).toEqual(passes);
  });

  test('has machines of their own', patient, async () => {
    system['system'] = (await onClient('. /etc/os-release && echo "$PRETTY_NAME"')).trim();
    system['kernel'] = (await onClient('uname -r')).trim();
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

  test('gives a shell of its own, on a terminal too', patient, async () => {
    const args = ['shell', 'client', '--dir', dir];
    const piped = startCli(home, args, { SHELL: '/bin/of-the-host-alone' });
    piped.stdin!.end('hostname; exit 5\n');
    expect(await resultOf(piped)).toMatchObject({ exitCode: 5, stdout: 'client\n' });
    const command = [process.execPath, cliPath, ...args].map(quoteSh).join(' ');
    const terminal = spawn('script', ['-qec', command, '/dev/null'], { cwd: home });
    terminal.stdin.write('tty; exit 6\n');
    const { exitCode, stdout } = await resultOf(terminal);
    expect(stdout).toContain('/dev/pts/');
    expect(exitCode).toBe(6);
  });

  test('shows what passes an interface', patient, async () => {
    const file = join(home, 'client.pcap');
    const capture = startCli(home, ['capture', 'client', 'enp0s3', '-w', file, '--dir', dir]);
    const ended = resultOf(capture);
    const begun = () => existsSync(file) && statSync(file).size > 0;
    await waitFor('the capture to begin', begun, { timeoutMs: 120_000 });
    await onClient('ping -c 3 router');
    capture.kill('SIGINT');
    expect(await ended).toMatchObject({ exitCode: 0 });
    const { stdout } = await subflow('analyze', file, '--json');
    const { captures } = JSON.parse(stdout) as CaptureAnalysis;
    expect(captures[0]?.packets).toBeGreaterThan(3);
  });

  test('passes again when the client was reloaded', patient, async () => {
    await vagrant(['reload', 'client']);
    expect(await verified()).toEqual(passes);
  });

  test('goes back to a snapshot', patient, async () => {
    await onClient('echo before >/root/before && sync');
    succeeded(await subflow('snapshot', 'clean', '--dir', dir));
    expect((await subflow('snapshot', 'clean', '--dir', dir)).stderr).toContain('already');
    await onClient('touch /root/after && sync');
    await timed(timings, 'subflow restore', () =>
      bootedAtLast('restore', async () => {
        succeeded(await subflow('restore', 'clean', '--dir', dir));
      }),
    );
    expect(await onClient('ls /root')).toBe('before\n');
  });

  test(
    'is recreated from the same image, offline from here on, though a recreate was killed while it cloned',
    patient,
    async () => {
      await using host = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
      await once(host, 'listening');
      expect(await reachesHost(host)).toBe(true);
      Object.assign(process.env, offline);
      const before = golden();
      const command = [process.execPath, cliPath, 'recreate', '--dir', dir] as const;
      const names = machines();
      const isNew = () => machines().some((machine) => !names.includes(machine));
      await killedWhen(startGroup(command, home), 'a node is cloned anew', isNew);
      const recreated = await timed(timings, 'subflow recreate', () =>
        recreatedAtLast(() => subflow('recreate', '--dir', dir, '--json')),
      );
      expect(verdictsOf(succeeded(recreated))).toEqual(passes);
      expect(await reachesHost(host)).toBe(false);
      expect(golden()).toEqual(before);
      expect(machines()).toHaveLength(4);
    },
  );

  test(
    'leaves nothing but the image when it is destroyed, and then not that',
    patient,
    async () => {
      expect((await subflow('image', 'prune')).stdout).toBe('nothing to remove\n');
      succeeded(await subflow('destroy', '--dir', dir));
      expect(machines()).toEqual(golden());
      expect(readdirSync(join(dir, '.state'))).toEqual([]);
      expect(machines('runningvms')).toEqual([]);
      const left = JSON.parse(succeeded(await subflow('leftovers', '--json')).stdout) as {
        leftovers: { orphaned: boolean }[];
      };
      expect(left.leftovers.filter(({ orphaned }) => orphaned)).toEqual([]);
      succeeded(await subflow('destroy', '--dir', dir, '--image'));
      expect(machines()).toEqual([]);
    },
  );

  test('is written down, if asked for, when all of it was seen', ({ task }) => {
    const others = task.suite!.tasks.filter((other) => other !== task);
    expect(others.map(({ result }) => result?.state)).toEqual(others.map(() => 'pass'));
    const results = process.env['SUBFLOW_RIG_RESULTS'];
    const measured = JSON.stringify({ image, ...system, seconds: timings }, null, 2);
    if (results !== undefined) writeFileSync(results, `${measured}\n`);
  });

  /** What makes the machine itself, read by one program on it. */
  async function identityOf(node: string): Promise<Identity> {
    const script = Object.values(identityCommands).join(' && echo --- && ');
    const result = await subflow('exec', node, '--dir', dir, '--', 'sh', '-c', script);
    const said = succeeded(result).stdout.split('---\n');
    const entries = Object.keys(identityCommands).map((key, index) => [key, said[index]?.trim()]);
    return Object.fromEntries(entries) as Identity;
  }
});

interface ImageBuild {
  readonly images: readonly { id: string; built: boolean }[];
  readonly lookedUpMs: number;
}

const identityCommands = {
  hostname: 'hostname',
  machineId: 'cat /etc/machine-id',
  hostKey: 'cut -d" " -f2 /etc/ssh/ssh_host_ed25519_key.pub',
  macs: 'cat /sys/class/net/enp*/address | sort',
  instanceId: 'cat /var/lib/cloud/data/instance-id',
  authorizedKeys: 'cat /home/vagrant/.ssh/authorized_keys',
} as const;

type Identity = Record<keyof typeof identityCommands, string>;

/** An environment in which Node and the makers of ISO images leave a trace and fail. */
function withoutTools(home: string): { env: NodeJS.ProcessEnv; used: string } {
  const [bin, used] = [join(home, 'bin'), join(home, 'used')];
  mkdirSync(bin);
  for (const name of ['node', 'npx', 'npm', 'mkisofs', 'genisoimage', 'xorriso']) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${name} >>'${used}'\nexit 1\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  return { env: { ...process.env, PATH: path }, used };
}
