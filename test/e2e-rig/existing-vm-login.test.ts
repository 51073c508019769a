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
import { enterOwnRig, type OwnRig } from '../helpers/rig.js';
import { runTool } from '../helpers/run-tool.js';
import { labAround, makeUsersVm } from '../helpers/users-vm.js';
import { virtualboxFiles, virtualboxPlan } from '../helpers/virtualbox-files.js';

// Two boots by software emulation.
const patient = { timeout: 30 * 60_000 };

let rig: OwnRig;
let home: string;
let ssh: SshInput;

beforeAll(async () => {
  rig = enterOwnRig();
  home = realpathSync(mkdtempSync(join(tmpdir(), 'subflow login ')));
  ssh = await makeUsersVm(join(home, 'mine'));
}, 1_200_000);
afterAll(() => {
  rig.clean();
  rmSync(home, { recursive: true });
});

function written(topology: TopologyInput): string {
  const dir = join(home, 'lab');
  for (const [path, content] of virtualboxFiles(topology)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

async function start(login: SshInput): Promise<LabEvent[]> {
  const topology = labAround(login);
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
    const router = virtualboxPlan(labAround(ssh)).nodes.find(({ name }) => name === 'router')!;
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
    const refused = expect.stringContaining('cannot log in as stranger') as string;
    await expect(start({ ...ssh, user: 'stranger' })).rejects.toMatchObject({
      code: 'up-failed',
      problems: [{ where: 'router', message: refused }],
    });
    const missing = expect.stringMatching(/its key cannot be read: .*no-such-key/) as string;
    await expect(start({ ...ssh, identityFile: 'no-such-key' })).rejects.toMatchObject({
      problems: [{ where: 'router', message: missing }],
    });
  });

  it('says that it has no way in where it was cloned without', patient, async () => {
    const clone = cloneIn(join(home, 'lab'));
    runTool(['VBoxManage', 'controlvm', clone, 'poweroff']);
    runTool(['VBoxManage', 'modifyvm', clone, '--natpf4', 'delete', 'ssh']);
    const message = expect.stringMatching(/was cloned before the lab had "ssh"/) as string;
    await expect(start(ssh)).rejects.toMatchObject({
      code: 'up-failed',
      problems: [{ where: 'router', message }],
    });
  });
});
