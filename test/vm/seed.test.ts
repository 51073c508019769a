import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runTool } from '../helpers/run-tool.js';
import { virtualboxPlan } from '../helpers/virtualbox-files.js';
import { labs, writeLab } from './labs.js';

const root = mkdtempSync(join(tmpdir(), 'subflow seeds '));
for (const lab of labs) writeLab(join(root, lab.name), lab);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface UserData {
  readonly write_files: readonly { path: string; content: string }[];
}

const seeds = labs.flatMap((lab) =>
  virtualboxPlan(lab)
    .nodes.filter(({ existingVm }) => existingVm === null)
    .map((node) => [`${lab.name}/${node.name}`, { lab: lab.name, node }] as const),
);
const dirOf = ({ lab, node }: (typeof seeds)[number][1]) => join(root, lab, 'nodes', node.name);

describe('a seed ISO', () => {
  it.each(seeds)('of %s holds exactly the files beside it', (_, seed) => {
    const dir = dirOf(seed);
    const out = join(dir, 'read back');
    runTool(['xorriso', '-osirrox', 'on', '-indev', 'seed.iso', '-extract', '/', out], {
      cwd: dir,
    });
    expect(readdirSync(out).sort()).toEqual(['meta-data', 'network-config', 'user-data']);
    for (const file of readdirSync(out)) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(dir, file))), file).toBe(true);
    }
  });

  it('is found by the label cloud-init asks blkid for', () => {
    const iso = join(root, 'original', 'nodes', 'client', 'seed.iso');
    expect(runTool(['blkid', '-p', '-o', 'value', '-s', 'LABEL', iso]).toString()).toBe('cidata\n');
  });
});

describe('cloud-init', () => {
  it.each(seeds)("finds nothing wrong with %s's user-data", (_, seed) => {
    const file = join(dirOf(seed), 'user-data');
    expect(runTool(['cloud-init', 'schema', '--config-file', file]).toString()).toContain(
      'Valid cloud-config',
    );
  });
});

describe('netplan', () => {
  it.each(seeds)('generates the network of %s from what cloud-init hands on', (_, seed) => {
    const out = join(dirOf(seed), 'netplan');
    const config = join(dirOf(seed), 'network-config');
    runTool(
      ['cloud-init', 'devel', 'net-convert', '--network-data', config, '--kind', 'yaml'].concat([
        '--distro',
        'debian',
        '--output-kind',
        'netplan',
        '--directory',
        out,
      ]) as [string, ...string[]],
    );
    chmodSync(join(out, 'etc/netplan/50-cloud-init.yaml'), 0o600);
    runTool(['netplan', 'generate', '--root-dir', out]);
    const networks = join(out, 'run/systemd/network');
    for (const { device, mac, addresses } of seed.node.interfaces) {
      const text = readFileSync(join(networks, `10-netplan-${device}.network`), 'utf8');
      expect(text).toContain(`PermanentMACAddress=${mac}\n`);
      const given = [...text.matchAll(/^Address=(.*)$/gm)].map(([, address]) => address);
      expect(given).toEqual(
        addresses.map(({ address, prefixLength }) => `${address}/${prefixLength}`),
      );
    }
  });
});

describe('shellcheck', () => {
  const check = (file: string) => runTool(['shellcheck', file]);

  it.each(seeds)("passes %s's script", (_, seed) => {
    const { write_files } = parse(readFileSync(join(dirOf(seed), 'user-data'), 'utf8')) as UserData;
    const script = write_files.find(({ path }) => path === '/usr/local/sbin/subflow-node')!;
    mkdirSync(join(dirOf(seed), 'scripts'));
    const file = join(dirOf(seed), 'scripts', 'subflow-node');
    writeFileSync(file, script.content);
    expect(check(file).toString()).toBe('');
  });

  it("passes the image's and the existing VM's scripts", () => {
    expect(check(join(root, 'original/images/debian-12/provision.sh')).toString()).toBe('');
    expect(check(join(root, 'unusual/nodes/router/node.sh')).toString()).toBe('');
  });
});

describe('systemd', () => {
  it('takes the unit without complaint', () => {
    const text = readFileSync(join(root, 'original/nodes/client/user-data'), 'utf8');
    const unit = (parse(text) as UserData).write_files.at(-1)!;
    const file = join(root, 'subflow-node.service');
    writeFileSync(file, unit.content.replace('/usr/local/sbin/subflow-node', '/bin/true'));
    expect(runTool(['systemd-analyze', 'verify', file]).toString()).toBe('');
  });
});
