import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../src/drive/wait.js';
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

// Dozens of boots by software emulation: an hour and more.
const patient = { timeout: 120 * 60_000 };
const results = fileURLToPath(new URL('../../docs/measured/virtualbox.json', import.meta.url));

const image = `debian-${rigDebian}`;

let rig: OwnRig;
let home: string;
let dir: string;
const timings: Timings = {};
const outcomes: Record<string, string> = {};

const subflow = (...args: string[]) => resultOf(startCli(home, args));
const recreated = async (what: string) => {
  const result = await timed(timings, what, () =>
    recreatedAtLast(() => subflow('recreate', '--dir', dir, '--json')),
  );
  return verdictsOf(succeeded(result));
};
const nodes = (which?: 'vms' | 'runningvms') =>
  machines(which).filter((line) => !golden(which).includes(line));

beforeAll(async () => {
  rig = enterOwnRig();
  process.env['SUBFLOW_BOX'] = process.env['SUBFLOW_RIG_BOX'];
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rig-campaign-')));
  dir = join(home, 'original');
  writeOriginal(join(home, 'original.json'));
  const out = ['--provider', 'virtualbox', '--out', dir];
  succeeded(await subflow('generate', 'original.json', ...out));
}, 600_000);

afterAll(() => {
  rig.clean();
  rmSync(home, { recursive: true });
}, 600_000);

describe('a lab, timed', () => {
  it('is there for the first time, with its image', patient, async () => {
    expect(await recreated('first recreate, image built')).toEqual(passes);
    outcomes['first recreate'] = 'image built, both experiments pass';
  });

  it('is made anew from the image', patient, async () => {
    const before = golden();
    expect(await recreated('recreate, image there')).toEqual(passes);
    expect(golden()).toEqual(before);
    succeeded(await subflow('destroy', '--dir', dir));
    outcomes['recreate'] = 'same image, both experiments pass';
  });

  it('takes longer where each VM is provisioned by itself', patient, async () => {
    const naive = join(home, 'naive');
    mkdirSync(naive);
    writeFileSync(join(naive, 'Vagrantfile'), provisionedEach);
    const up = () => bootedAtLast('naive', () => vagrantIn(naive, 'up'));
    await timed(timings, 'vagrant up, each VM provisioned by itself, no experiments', up);
    await vagrantIn(naive, 'destroy', '-f');
    outcomes['each VM provisioned by itself'] = 'booted';
  });
});

describe('an up that is killed', () => {
  const moments: readonly [string, () => boolean][] = [
    ['while the image is built', () => golden('runningvms').length > 0],
    ['while it clones', () => nodes().length > 0],
    ['while a node boots', () => nodes('runningvms').length > 0],
  ];

  it.each(moments)('%s is made good by recreate', patient, async (moment, isThere) => {
    const fresh = moment.includes('image') ? ['--image'] : [];
    succeeded(await subflow('destroy', '--dir', dir, ...fresh));
    const up = startGroup([process.execPath, cliPath, 'up', '--dir', dir], home);
    await killedWhen(up, moment, isThere);
    expect(await recreated(`recreate after a kill ${moment}`)).toEqual(passes);
    expect(nodes()).toHaveLength(3);
    expect(golden()).toHaveLength(1);
    expect(await orphans()).toEqual([]);
    outcomes[`killed ${moment}`] = 'recreate finished, nothing left over';
  });

  it('by Ctrl-C while a node boots cleans up after itself', patient, async () => {
    succeeded(await subflow('destroy', '--dir', dir));
    const up = startCli(home, ['up', '--dir', dir]);
    const ended = resultOf(up);
    const boots = () => nodes('runningvms').length > 0;
    await waitFor('a node to boot', boots, { timeoutMs: 20 * 60_000, intervalMs: 500 });
    up.kill('SIGINT');
    expect((await ended).exitCode).toBe(130);
    expect(nodes()).toEqual([]);
    outcomes['Ctrl-C while a node boots'] = 'exit code 130, nothing left';
  });
});

describe('labs side by side', () => {
  it('two checkouts of one and another lab do not clash', patient, async () => {
    writeFileSync(join(home, 'pair.json'), pair('pair'));
    writeFileSync(join(home, 'other.json'), pair('other'));
    const places = ['first', 'second', 'third'].map((name) => join(home, name));
    const [first = '', second = '', third = ''] = places;
    const out = ['--provider', 'virtualbox', '--out'];
    succeeded(await subflow('generate', 'pair.json', ...out, first));
    cpSync(first, second, { recursive: true });
    succeeded(await subflow('generate', 'other.json', ...out, third));
    const up = (place: string) => bootedAtLast(place, () => vagrantIn(place, 'up'));
    await timed(timings, 'three labs of two nodes, up at once', () => Promise.all(places.map(up)));
    expect(nodes('runningvms')).toHaveLength(6);
    const ports = await Promise.all(places.map((place) => vagrantIn(place, 'ssh-config')));
    expect(new Set(ports.join().match(/Port \d+/g)).size).toBe(6);
    for (const place of places) {
      const ping = ['left', '--dir', place, '--', 'ping', '-c', '2', 'right'];
      succeeded(await subflow('exec', ...ping));
    }
    await vagrantIn(first, 'destroy', '-f');
    expect(nodes('runningvms')).toHaveLength(4);
    for (const place of places) succeeded(await subflow('destroy', '--dir', place));
    expect(nodes()).toEqual([]);
    outcomes['two checkouts and another lab'] = 'six machines at once, no clash';
  });
});

it('is written down when all of it was seen', () => {
  expect(Object.keys(outcomes)).toHaveLength(8);
  mkdirSync(dirname(results), { recursive: true });
  writeFileSync(results, `${JSON.stringify({ image, seconds: timings, outcomes }, null, 2)}\n`);
});

/** As labs are made without a golden image: every VM from the box, every VM provisioned. */
const provisionedEach = `Vagrant.configure("2") do |config|
  config.vm.box = ENV.fetch("SUBFLOW_BOX")
  config.vm.box_check_update = false
  config.vm.boot_timeout = 600
  config.vm.synced_folder ".", "/vagrant", disabled: true
  %w[client router server].each do |name|
    config.vm.define name do |node|
      node.vm.provision "shell", path: "../original/images/${image}/packages.sh"
    end
  end
end
`;

function pair(name: string): string {
  const host = { interfaces: [{ segment: 'wire' }] };
  const nodes = { left: host, right: host };
  return JSON.stringify({ name, segments: { wire: {} }, nodes, experiments: [] });
}

/** Others may run at the same time. */
async function vagrantIn(cwd: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)('vagrant', args, { cwd, maxBuffer: 1 << 28 })).stdout;
}

async function orphans(): Promise<unknown[]> {
  const said = succeeded(await subflow('leftovers', '--json')).stdout;
  const { leftovers } = JSON.parse(said) as { leftovers: { orphaned: boolean }[] };
  return leftovers.filter(({ orphaned }) => orphaned);
}
