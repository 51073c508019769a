import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imageProfiles } from '../../src/images/profiles.js';
import type { Plan, PlannedNode } from '../../src/model/plan.js';
import { imageOf } from '../../src/render/virtualbox/image.js';
import { askProgram, runTool } from '../helpers/run-tool.js';
import { virtualboxFiles, virtualboxPlan } from '../helpers/virtualbox-files.js';
import { labs, writeLab } from './labs.js';

interface Machine {
  readonly vmName: string;
  readonly linkedClone: boolean;
  readonly clone: string;
  /** What Vagrant may have to load down. */
  readonly box: string | null;
  readonly adapters: readonly [number, [string, object]][];
  readonly networks: readonly Record<string, unknown>[];
  readonly customizations: readonly (string | number)[][];
  readonly sharedFolders: number;
}

interface Evaluated {
  readonly complaint: string | null;
  readonly machines: Readonly<Record<string, Machine>>;
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'subflow vagrant ')));
const env = {
  ...process.env,
  LC_ALL: 'C.UTF-8',
  VAGRANT_HOME: join(root, 'home'),
  VAGRANT_CHECKPOINT_DISABLE: '1',
};
const dirOf = (lab: string) => join(root, lab);
for (const lab of labs) writeLab(dirOf(lab.name), lab);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const program = fileURLToPath(new URL('programs/vagrant-config.rb', import.meta.url));
const evaluated = askProgram<Evaluated>(
  ['ruby', program],
  labs.map(({ name }) => dirOf(name)),
  env,
);

/** Images are Vagrant environments of their own; lib/golden_image.rb links the user's files into them. */
const imageDirs = labs.flatMap((lab) =>
  virtualboxPlan(lab)
    .images.map(imageOf)
    .map(({ path, links }) => {
      const dir = join(dirOf(lab.name), path);
      for (const { link } of links) writeFileSync(join(dir, link), '');
      return { lab: lab.name, image: basename(path), dir };
    }),
);
const evaluatedImages = askProgram<Evaluated>(
  ['ruby', program],
  imageDirs.map(({ dir }) => dir),
  env,
);
const images = imageDirs.map((image, index) => ({ ...image, ...evaluatedImages[index]! }));

const checkoutOf = (lab: string) =>
  createHash('sha256').update(dirOf(lab)).digest('hex').slice(0, 8);
const plainMac = (mac: string) => mac.replaceAll(':', '').toUpperCase();

/** The adapters a node's VM should have, from the plan alone. */
function plannedAdapters(plan: Plan, node: PlannedNode) {
  return node.interfaces.map(({ segment, mac }, index) => ({
    adapter: index + 1,
    virtualbox__intnet: `${plan.name}-${checkoutOf(plan.name)}-${segment}`,
    mac: plainMac(mac),
    nic_type: '82540EM',
    auto_config: false,
    type: 'dhcp',
    protocol: 'tcp',
    id: expect.any(String) as string,
  }));
}

/** The management NIC's MAC, as the guest is told to expect it. */
function seededMac(plan: Plan, node: PlannedNode): string {
  const topology = labs.find(({ name }) => name === plan.name)!;
  const text = virtualboxFiles(topology).get(`nodes/${node.name}/network-config`)!.toString();
  const { ethernets } = parse(text) as {
    ethernets: Record<string, { match: { macaddress: string } }>;
  };
  return plainMac(Object.values(ethernets).at(-1)!.match.macaddress);
}

const cases = labs.map((lab, index) => {
  const plan = virtualboxPlan(lab);
  const nodes = plan.nodes.filter(({ existingVm }) => existingVm === null);
  return [lab.name, { plan, nodes, ...evaluated[index]! }] as const;
});

describe('real Vagrant', () => {
  it.each(cases)('sees the nodes of %s as linked clones of the image', (_, lab) => {
    expect(Object.keys(lab.machines)).toEqual(lab.nodes.map(({ name }) => name));
    for (const [name, machine] of Object.entries(lab.machines)) {
      expect(machine.vmName).toBe(`${lab.plan.name}-${checkoutOf(lab.plan.name)}-${name}`);
      expect(machine.linkedClone).toBe(true);
      expect(machine.box).toBeNull();
      expect(machine.sharedFolders).toBe(0);
      const { image } = lab.nodes.find((node) => node.name === name)!;
      expect(machine.clone.startsWith(join(root, 'home', 'subflow', `${image}-`))).toBe(true);
    }
  });

  it.each(cases)('sees the adapters, networks and MACs of the plan in %s', (_, lab) => {
    for (const node of lab.nodes) {
      const { networks } = lab.machines[node.name]!;
      const internal = networks.filter((network) => 'virtualbox__intnet' in network);
      expect(internal).toEqual(plannedAdapters(lab.plan, node));
    }
  });

  it.each(cases)('logs in to %s by NAT behind the lab, on the NIC the seed knows', (_, lab) => {
    for (const node of lab.nodes) {
      const { adapters, customizations, networks } = lab.machines[node.name]!;
      const adapter = Math.max(4, node.interfaces.length + 1);
      const forwarded = networks.filter(({ guest }) => guest === 22);
      expect(forwarded).toMatchObject([{ adapter, host_ip: '127.0.0.1', auto_correct: true }]);
      expect(adapters).toContainEqual([adapter, ['nat', {}]]);
      expect(customizations.find((command) => command.includes('storageattach'))!.at(-1)).toBe(
        join(dirOf(lab.plan.name), 'nodes', node.name, 'seed.iso'),
      );
      const nat = customizations.find((command) => command.includes(`--macaddress${adapter}`))!;
      expect(nat[nat.indexOf(`--macaddress${adapter}`) + 1]).toBe(seededMac(lab.plan, node));
    }
  });

  it.each(cases)('validates %s', (_, { complaint }) => {
    expect(complaint).toBeNull();
  });

  it.each(images)('validates the image $image of $lab', ({ complaint, machines }) => {
    expect(complaint).toBeNull();
    expect(Object.keys(machines)).toEqual(['default']);
  });

  it('validates the original experiment on the command line too, without a network', () => {
    const validate = ['vagrant', 'validate', '--ignore-provider'] as const;
    const offline = ['unshare', '--user', '--map-root-user', '--net'] as const;
    const output = runTool([...offline, ...validate], { cwd: dirOf('original'), env });
    expect(output.toString()).toContain('Vagrantfile validated successfully.');
  });
});

const isRuby = (path: string) => path.endsWith('.rb') || basename(path) === 'Vagrantfile';

describe('Ruby', () => {
  // The builder and the images are the same in many labs.
  const named = labs.flatMap((lab) =>
    [...virtualboxFiles(lab)]
      .filter(([path]) => isRuby(path))
      .map(([path, content]) => [content.toString(), join(lab.name, path)] as const),
  );
  const files = [...new Map(named).values()];

  it.each(imageProfiles)('is shown the Vagrantfile of $name', ({ name }) => {
    expect(files.filter((file) => file.endsWith(`/images/${name}/Vagrantfile`))).not.toEqual([]);
  });

  it.each(files)('parses %s without a warning', (file) => {
    const { stdout, stderr } = spawnSync('ruby', ['-wc', file], { cwd: root, encoding: 'utf8' });
    expect(stdout + stderr).toBe('Syntax OK\n');
  });

  it("passes rubocop's lint cops", () => {
    const rubocop = ['rubocop', '--lint', '--cache', 'false', '--format', 'simple'] as const;
    const output = runTool([...rubocop, ...files], { cwd: root });
    expect(output.toString()).toContain(`${files.length} files inspected, no offenses detected`);
  });
});
