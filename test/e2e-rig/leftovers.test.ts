import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundLeftover } from '../../src/drive/leftover.js';
import { endLab } from '../../src/drive/virtualbox/end-lab.js';
import { virtualboxLeftovers } from '../../src/drive/virtualbox/leftovers.js';
import { enterOwnRig, type OwnRig } from '../helpers/rig.js';

let rig: OwnRig;
let labs: string;
const ids = new Map<string, string>();
const context = { signal: new AbortController().signal, emit: () => undefined };

function vbox(...args: string[]): string {
  return execFileSync('VBoxManage', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const encoded = (path: string) => new URLSearchParams({ path }).toString().slice('path='.length);
const digest = (dir: string) => createHash('sha256').update(dir).digest('hex').slice(0, 8);
const idOf = (name: string) =>
  /^UUID="(.*)"$/m.exec(vbox('showvminfo', name, '--machinereadable'))![1]!;

function record(dir: string, machine: string, name: string): void {
  const data = join(dir, '.vagrant', 'machines', machine, 'virtualbox');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'id'), ids.get(name)!);
}

/** A linked clone of the golden machine, marked as the Vagrantfile does. */
function makeNode(golden: string, dir: string, node: string): string {
  const name = `two-${digest(dir)}-${node}`;
  vbox('clonevm', golden, '--register', '--name', name, '--snapshot', 'base', '--options', 'link');
  vbox('setextradata', name, 'subflow/directory', encoded(dir));
  vbox('setextradata', name, 'subflow/node', node);
  ids.set(name, idOf(name));
  return name;
}

/** As Vagrant makes it, before it has a name of its own. */
function makeUnnamedClone(random: number): string {
  const golden = registered().find((name) => name?.startsWith('debian-12-0123456789ab'))!;
  const name = `temp_clone_${Date.now()}_${random}`;
  vbox('clonevm', golden, '--register', '--name', name, '--snapshot', 'base', '--options', 'link');
  return name;
}

function makeGolden(environment: string): string {
  const name = `${environment.split('/').at(-1)}_default_1700000000000_1`;
  vbox('createvm', '--name', name, '--ostype', 'Debian_64', '--register');
  vbox('storagectl', name, '--name', 'subflow', '--add', 'sata', '--portcount', '2');
  const disk = join(rig.dir, 'machines', name, 'disk.vmdk');
  vbox('createmedium', 'disk', '--filename', disk, '--format', 'VMDK', '--size', '8');
  const at = ['--storagectl', 'subflow', '--port', '0', '--device', '0', '--type', 'hdd'];
  vbox('storageattach', name, ...at, '--medium', disk);
  vbox('setextradata', name, 'subflow/image', encoded(environment));
  vbox('snapshot', name, 'take', 'base');
  ids.set(name, idOf(name));
  mkdirSync(environment, { recursive: true });
  writeFileSync(join(environment, 'Vagrantfile'), '');
  record(environment, 'default', name);
  return name;
}

const find = () => virtualboxLeftovers(context);
const registered = () => [...vbox('list', 'vms').matchAll(/^"(.*)" /gm)].map(([, name]) => name);
const one = (found: readonly FoundLeftover[], name: string) =>
  found.find((leftover) => leftover.name === name);

beforeAll(() => {
  rig = enterOwnRig();
  labs = mkdtempSync(join(tmpdir(), 'subflow labs '));
});
afterAll(() => {
  rig.clean();
  rmSync(labs, { recursive: true });
});

describe('machines in the real VirtualBox', () => {
  it('are kept, left over or foreign, by mark, name and record', async () => {
    const environment = join(process.env['VAGRANT_HOME']!, 'subflow', 'debian-12-0123456789ab');
    const golden = makeGolden(environment);
    const [lives, gone] = [join(labs, 'it lives'), join(labs, 'gone')];
    mkdirSync(lives);
    const kept = makeNode(golden, lives, 'client');
    record(lives, 'client', kept);
    const forgotten = makeNode(golden, lives, 'server');
    const orphan = makeNode(golden, gone, 'client');
    vbox('modifyvm', orphan, '--natpf1', 'ssh,tcp,127.0.0.1,2207,,22');
    vbox('clonevm', golden, '--register', '--name', 'my own copy');
    vbox('clonevm', orphan, '--register', '--name', `${orphan} Clone`);
    vbox('createvm', '--name', `two-${digest(gone)}-server`, '--register');

    const found = await find();
    expect(found.map(({ name, orphaned }) => [name, orphaned]).sort()).toEqual(
      [
        [golden, false],
        [kept, false],
        [forgotten, true],
        [orphan, true],
      ].sort(),
    );
    expect(one(found, orphan)).toMatchObject({
      labDir: gone,
      details: ['poweroff', 'forwards port 2207'],
      reason: "its lab's directory is gone",
    });
  });

  it('are removed with their disks, and foreign ones are not', async () => {
    const before = registered();
    const found = (await find()).filter(({ orphaned }) => orphaned);
    for (const leftover of found) await leftover.remove(context.signal);
    const gone = found.map(({ name }) => name);
    expect(gone).toHaveLength(2);
    expect(registered()).toEqual(before.filter((name) => !gone.includes(name!)));
    const left = readdirSync(join(rig.dir, 'machines'));
    expect(left.filter((name) => gone.includes(name))).toEqual([]);
    expect((await find()).filter(({ orphaned }) => orphaned)).toEqual([]);
  });

  it('are found by their directory where they were unregistered with their disks kept', async () => {
    const golden = registered().find((name) => name?.startsWith('debian-12-0123456789ab'))!;
    const name = makeNode(golden, join(labs, 'lost'), 'router');
    vbox('unregistervm', name);
    const path = join(rig.dir, 'machines', name);
    const found = one(await find(), path);
    expect(found).toMatchObject({ kind: 'directory', orphaned: true });
    await found!.remove(context.signal);
    expect(existsSync(path)).toBe(false);
  });

  it('that a Vagrant was cloning when it was killed go with the next lab destroyed, and not before it ended', async () => {
    const environment = join(process.env['VAGRANT_HOME']!, 'subflow', 'debian-12-0123456789ab');
    const clone = makeUnnamedClone(4711);
    const before = registered();
    const vagrant = spawn('flock', ['-s', join(environment, 'lock'), 'sh', '-c', 'echo held; cat']);
    await once(vagrant.stdout, 'data');
    const dir = join(labs, 'destroyed');
    mkdirSync(dir);

    await endLab(dir, context);
    expect(registered()).toEqual(before);
    vagrant.stdin.end();
    await once(vagrant, 'exit');
    await endLab(dir, context);
    expect(registered()).toEqual(before.filter((name) => name !== clone));
    expect(existsSync(join(rig.dir, 'machines', clone))).toBe(false);
  });

  it('that were given their name meanwhile are not removed as clones without one', async () => {
    const clone = makeUnnamedClone(4712);
    const found = one(await find(), clone);
    expect(found).toMatchObject({ orphaned: true, reason: 'a clone that was never finished' });
    vbox('modifyvm', clone, '--name', 'named');
    await expect(found!.remove(context.signal)).rejects.toThrow('is called "named" by now');
    expect(registered()).toContain('named');
  });

  it('keep an image that is needed, though its directory be gone', async () => {
    const environment = join(process.env['VAGRANT_HOME']!, 'subflow', 'debian-12-0123456789ab');
    rmSync(environment, { recursive: true });
    const golden = (await find()).find(({ kind }) => kind === 'image');
    expect(golden).toMatchObject({ orphaned: false });
    expect(golden!.reason).toContain('linked clones need it');
  });
});
