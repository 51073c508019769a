import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeSSH } from 'node-ssh';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExistingVms } from '../../src/drive/virtualbox/existing-vms.js';
import { loginOf } from '../../src/drive/virtualbox/login.js';
import { vmInfo } from '../../src/drive/virtualbox/vboxmanage.js';
import type { LabEvent } from '../../src/model/event.js';
import type { SshInput, TopologyInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { enterOwnRig, type OwnRig } from '../helpers/rig.js';
import { bootedAtLast } from '../helpers/rig-lab.js';
import { runTool } from '../helpers/run-tool.js';
import { virtualboxFiles, virtualboxPlan } from '../helpers/virtualbox-files.js';

// Two boots by software emulation.
const patient = { timeout: 30 * 60_000 };

/** A VM as somebody may have it: made by Vagrant, with DHCP on its fourth adapter. */
const edge = `Vagrant.configure("2") do |config|
  config.vm.box = ENV.fetch("SUBFLOW_RIG_BOX")
  config.vm.boot_timeout = 600
  config.vm.synced_folder ".", "/vagrant", disabled: true
  config.vm.provider("virtualbox") { |virtualbox| virtualbox.name = "edge" }
  config.vm.provision "shell", inline: "sed -i s/enp0s3/enp0s10/ /etc/netplan/*.yaml && sync"
end
`;

let rig: OwnRig;
let home: string;
let ssh: SshInput;

beforeAll(async () => {
  rig = enterOwnRig();
  home = realpathSync(mkdtempSync(join(tmpdir(), 'subflow login ')));
  const mine = join(home, 'mine');
  mkdirSync(mine);
  writeFileSync(join(mine, 'Vagrantfile'), edge);
  await bootedAtLast('edge', () => runTool(['vagrant', 'up'], { cwd: mine }));
  runTool(['vagrant', 'halt'], { cwd: mine });
  const identityFile = join(mine, '.vagrant/machines/default/virtualbox/private_key');
  ssh = { user: 'vagrant', identityFile };
}, 1_200_000);
afterAll(() => {
  rig.clean();
  rmSync(home, { recursive: true });
});

function topologyWith(login: SshInput): TopologyInput {
  const topology = mptcpLab({ name: 'by-ssh' });
  Object.assign(topology.nodes['router']!, { existingVm: 'edge', ssh: login });
  return topology;
}

function written(topology: TopologyInput): string {
  const dir = join(home, 'lab');
  for (const [path, content] of virtualboxFiles(topology)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

async function start(login: SshInput): Promise<LabEvent[]> {
  const topology = topologyWith(login);
  const events: LabEvent[] = [];
  const emit = (event: LabEvent) => events.push(event);
  const { signal } = new AbortController();
  await startExistingVms(virtualboxPlan(topology), written(topology), { signal, emit });
  return events;
}

const cloneIn = (dir: string) =>
  `by-ssh-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}-router`;

async function saidByRouter(command: string): Promise<string> {
  const dir = join(home, 'lab');
  const { host, port, user, identityFile } = loginOf(await vmInfo(cloneIn(dir)), ssh, dir)!;
  const session = new NodeSSH();
  await session.connect({ host, port, username: user, privateKeyPath: identityFile });
  const { stdout } = await session.execCommand(command);
  session.dispose();
  return stdout;
}

describe("a router that is a VM of the user's, who says how to log in", () => {
  it('is configured when it has booted', patient, async () => {
    const events = await start(ssh);
    expect(events.filter(({ type }) => type === 'warning')).toEqual([]);
    const router = virtualboxPlan(topologyWith(ssh)).nodes.find(({ name }) => name === 'router')!;
    for (const { device, addresses } of router.interfaces) {
      const shown = await saidByRouter(`ip -4 -o address show dev ${device}`);
      for (const { address, prefixLength } of addresses) {
        expect(shown).toContain(` ${address}/${prefixLength} `);
      }
    }
    expect(await saidByRouter('cat /proc/sys/net/ipv4/ip_forward')).toBe('1');
  });

  it('is configured again at the next up, as it is', patient, async () => {
    await saidByRouter('sudo ip address flush dev enp0s8');
    const events = await start(ssh);
    expect(events).toMatchObject([{ type: 'step', detail: 'logging in as vagrant' }]);
    expect(await saidByRouter('ip -4 -o address show dev enp0s8')).toContain('192.168.');
  });

  it('says whom it does not let in, and which key is not there', patient, async () => {
    const refused = expect.stringContaining('its sshd refuses stranger') as string;
    await expect(start({ ...ssh, user: 'stranger' })).rejects.toMatchObject({
      code: 'up-failed',
      problems: [{ where: 'router', message: refused }],
    });
    const missing = expect.stringMatching(/its key cannot be read: .*no-such-key/) as string;
    await expect(start({ ...ssh, identityFile: 'no-such-key' })).rejects.toMatchObject({
      problems: [{ where: 'router', message: missing }],
    });
  });
});
