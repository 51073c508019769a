import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExistingVms } from '../../src/drive/virtualbox/existing-vms.js';
import { virtualboxLeftovers } from '../../src/drive/virtualbox/leftovers.js';
import { listVms, vmInfo } from '../../src/drive/virtualbox/vboxmanage.js';
import type { LabEvent } from '../../src/model/event.js';
import type { TopologyInput } from '../../src/model/generated/topology.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { enterOwnRig, type OwnRig } from '../helpers/rig.js';
import { virtualboxFiles, virtualboxPlan } from '../helpers/virtualbox-files.js';

let rig: OwnRig;
let labs: string;

function vbox(...args: string[]): string {
  return execFileSync('VBoxManage', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A VM of the user's with a disk of random bytes, on networks that are not the lab's. */
function makeVm(name: string): void {
  vbox('createvm', '--name', name, '--ostype', 'Debian_64', '--register');
  vbox(
    'modifyvm',
    name,
    '--memory',
    '64',
    '--nic1',
    'nat',
    '--nic5',
    'intnet',
    '--intnet5',
    'home',
  );
  vbox('storagectl', name, '--name', 'SATA', '--add', 'sata', '--portcount', '2');
  const raw = join(rig.dir, 'raw');
  writeFileSync(raw, randomBytes(2 ** 20));
  const disk = join(directoryOf(name), 'disk.vmdk');
  vbox('convertfromraw', raw, disk, '--format', 'VMDK');
  const at = ['--storagectl', 'SATA', '--port', '0', '--device', '0', '--type', 'hdd'];
  vbox('storageattach', name, ...at, '--medium', disk);
}

const directoryOf = (name: string) =>
  dirname(/^CfgFile="(.*)"$/m.exec(vbox('showvminfo', name, '--machinereadable'))![1]!);

/** What VirtualBox itself tells otherwise once its daemon, idle for some seconds, has ended and begun anew. */
const forgotten = /^(VMStateChangeTime|localhostReachable)=/;

/** All that could show a change: what VirtualBox says of it, and every file's digest. */
function stateOf(name: string) {
  const dir = directoryOf(name);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    // VirtualBox's own backup of the settings file, which it rewrites now and then with the same bytes.
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.vbox-prev'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return {
    info: vbox('showvminfo', name, '--machinereadable')
      .split('\n')
      .filter((line) => !forgotten.test(line)),
    digests: files.map((file) => [file, digest(file)]),
  };
}

function labWith(existingVm: string): { dir: string; topology: TopologyInput } {
  const topology = mptcpLab({ name: 'of-yours' });
  topology.nodes['router']!.existingVm = existingVm;
  const dir = mkdtempSync(join(labs, 'lab '));
  for (const [path, content] of virtualboxFiles(topology)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  writeFileSync(join(dir, 'lab.json'), JSON.stringify(virtualboxPlan(topology)));
  return { dir, topology };
}

async function start({ dir, topology }: ReturnType<typeof labWith>): Promise<LabEvent[]> {
  const events: LabEvent[] = [];
  const { signal } = new AbortController();
  await startExistingVms(virtualboxPlan(topology), dir, {
    signal,
    emit: (event) => events.push(event),
  });
  return events;
}

const cloneOf = (dir: string) =>
  `of-yours-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}-router`;

beforeAll(() => {
  rig = enterOwnRig();
  labs = mkdtempSync(join(tmpdir(), 'subflow labs '));
});
afterAll(() => {
  rig.clean();
  rmSync(labs, { recursive: true });
});

describe("a router that is a VM of the user's", () => {
  it.each([
    ['without a snapshot', 'edge 2020', false],
    ['with a snapshot', 'edge "2021"', true],
  ])('%s is cloned and wired, and the VM stays as it is', async (_, original, hasSnapshot) => {
    makeVm(original);
    if (hasSnapshot) vbox('snapshot', original, 'take', 'mine');
    const before = stateOf(original);
    const lab = labWith(original);
    const events = await start(lab);

    const clone = cloneOf(lab.dir);
    expect((await listVms('runningvms')).map(({ name }) => name)).toContain(clone);
    const info = await vmInfo(clone);
    const router = virtualboxPlan(lab.topology).nodes.find(({ name }) => name === 'router')!;
    const lan = (segment: string) => clone.replace(/router$/, segment);
    for (const [index, { segment, mac }] of router.interfaces.entries()) {
      const adapter = index + 1;
      expect(info.get(`nic${adapter}`)).toBe('intnet');
      expect(info.get(`intnet${adapter}`)).toBe(lan(segment));
      expect(info.get(`macaddress${adapter}`)).toBe(mac.replaceAll(':', '').toUpperCase());
    }
    for (const adapter of [4, 5, 6, 7, 8]) expect(info.get(`nic${adapter}`)).toBe('none');

    const isLinked = vbox('list', '--long', 'hdds').includes(`${clone}/Snapshots`);
    expect(isLinked).toBe(hasSnapshot);
    expect(events.at(-1)).toMatchObject({
      type: 'warning',
      code: 'type-on-console',
      message: expect.stringContaining(
        readFileSync(join(lab.dir, 'nodes/router/node.sh'), 'utf8'),
      ) as string,
    });

    vbox('controlvm', clone, 'poweroff');
    // While a linked clone lives, VirtualBox lists its disk in the original's settings file.
    const disksOf = ({ info, digests }: ReturnType<typeof stateOf>) => ({
      info,
      disks: digests.filter(([file]) => file!.endsWith('.vmdk')),
    });
    expect(disksOf(stateOf(original))).toEqual(disksOf(before));
    vbox('unregistervm', clone, '--delete');
    expect(stateOf(original)).toEqual(before);
    rmSync(lab.dir, { recursive: true });
  });

  it('that runs already is left alone', async () => {
    const lab = labWith('edge 2020');
    await start(lab);
    const uuid = (await vmInfo(cloneOf(lab.dir))).get('UUID');
    expect(await start(lab)).toEqual([]);
    expect((await vmInfo(cloneOf(lab.dir))).get('UUID')).toBe(uuid);
    vbox('controlvm', cloneOf(lab.dir), 'poweroff');
  });

  it('belongs to its lab while the lab is there', async () => {
    const context = { signal: new AbortController().signal, emit: () => undefined };
    const found = await virtualboxLeftovers(context);
    expect(found).toMatchObject([{ orphaned: false, reason: 'its lab has it as a router' }]);
    rmSync(found[0]!.labDir!, { recursive: true });
    expect(await virtualboxLeftovers(context)).toMatchObject([{ orphaned: true }]);
  });

  it('is asked for where it is not there, and to be powered off where it is not', async () => {
    await expect(start(labWith('edge 2019'))).rejects.toMatchObject({
      code: 'up-failed',
      problems: [{ where: 'router', message: expect.stringContaining('edge 2019') as string }],
    });
    vbox('startvm', 'edge 2020', '--type', 'headless');
    const problem = expect.stringContaining('your VM "edge 2020" is running') as string;
    await expect(start(labWith('edge 2020'))).rejects.toMatchObject({
      problems: [{ where: 'router', message: problem }],
    });
    vbox('controlvm', 'edge 2020', 'poweroff');
  });
});
