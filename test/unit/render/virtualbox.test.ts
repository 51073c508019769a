import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TopologyInput } from '../../../src/model/generated/topology.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { hostWithInterfaces, virtualboxFiles } from '../../helpers/virtualbox-files.js';

interface NetworkConfig {
  readonly ethernets: Readonly<
    Record<string, { match: { macaddress: string }; addresses?: string[]; routes?: object[] }>
  >;
}

const text = (topology: TopologyInput, path: string) =>
  virtualboxFiles(topology).get(path)!.toString();
const networkOf = (topology: TopologyInput, node: string) =>
  parse(text(topology, `nodes/${node}/network-config`)) as NetworkConfig;
const imageId = (topology: TopologyInput) =>
  /GoldenImage\.new\(.*"(debian-13-[0-9a-f]{12})",/.exec(text(topology, 'Vagrantfile'))![1];

describe('a Vagrant directory', () => {
  it('holds a Vagrantfile, the golden image, and a seed of each node with the files to review', () => {
    expect([...virtualboxFiles(mptcpLab()).keys()]).toEqual([
      'Vagrantfile',
      'lib/golden_image.rb',
      'images/debian-13/Vagrantfile',
      'images/debian-13/packages.sh',
      'images/debian-13/seal.sh',
      ...['client', 'router', 'server'].flatMap((node) =>
        ['user-data', 'meta-data', 'network-config', 'seed.iso'].map(
          (file) => `nodes/${node}/${file}`,
        ),
      ),
      '.gitattributes',
    ]);
  });

  it('is the same, byte by byte, for the same topology', () => {
    const again = virtualboxFiles(mptcpLab());
    for (const [path, content] of virtualboxFiles(mptcpLab())) {
      expect(content.equals(again.get(path)!), path).toBe(true);
    }
  });

  it('tells git that seeds are bytes and all the rest is text as it is', () => {
    expect(text(mptcpLab(), '.gitattributes').split('\n').slice(2, 4)).toEqual([
      '* text eol=lf linguist-generated',
      '*.iso -text -diff linguist-generated',
    ]);
  });
});

describe('the management NIC', () => {
  it.each([
    [1, 4, 'enp0s10'],
    [3, 4, 'enp0s10'],
    [4, 5, 'enp0s16'],
    [7, 8, 'enp0s19'],
  ])('of a node with %i interfaces is on adapter %i, named %s', (count, adapter, device) => {
    const topology = hostWithInterfaces(count);
    expect(Object.keys(networkOf(topology, 'wide').ethernets).at(-1)).toBe(device);
    expect(text(topology, 'Vagrantfile')).toContain(
      `node.vm.network "forwarded_port", adapter: ${adapter}, **ssh`,
    );
  });

  it('has a MAC of its own, the same in the Vagrantfile and in the seed', () => {
    const { ethernets } = networkOf(mptcpLab(), 'client');
    const macs = Object.values(ethernets).map(({ match }) => match.macaddress);
    expect(new Set(macs).size).toBe(3);
    const written = macs.map((mac) => mac.replaceAll(':', '').toUpperCase());
    for (const mac of written) expect(text(mptcpLab(), 'Vagrantfile')).toContain(`"${mac}"`);
  });

  it('is never a path: DHCP gives it an address and no route', () => {
    expect(networkOf(mptcpLab(), 'client').ethernets['enp0s10']).toEqual({
      match: { macaddress: expect.stringMatching(/^08:00:27(:[0-9a-f]{2}){3}$/) as string },
      'set-name': 'enp0s10',
      dhcp4: true,
      'dhcp4-overrides': { 'use-routes': false, 'use-hostname': false },
      'accept-ra': false,
    });
    expect(text(mptcpLab(), 'nodes/client/user-data')).not.toContain('enp0s10');
  });

  it("keeps its network away from the lab's own", () => {
    expect(text(mptcpLab(), 'Vagrantfile')).toContain('"10.0.2.0/24"');
    const inTheWay = mptcpLab({ subnets: ['10.0.0.0/16', '172.16.0.0/12', '192.168.30.0/24'] });
    expect(text(inTheWay, 'Vagrantfile')).toContain('"192.168.255.0/24"');
  });
});

it('gives a node seven interfaces and refuses the eighth', () => {
  expect(virtualboxFiles(hostWithInterfaces(7)).has('Vagrantfile')).toBe(true);
  expect(() => virtualboxFiles(hostWithInterfaces(8))).toThrow(
    '"wide" has 8 interfaces; virtualbox gives a node 7',
  );
});

describe('the golden image', () => {
  it('is named by what goes into it, and so shared by labs', () => {
    expect(imageId(mptcpLab())).toBe(imageId(mptcpLab({ name: 'other', rateMbit: [10, 20, 30] })));
  });

  it('is the default where no image is named, and refused where there is none of the name', () => {
    expect(imageId({ ...mptcpLab(), image: 'debian-13' })).toBe(imageId(mptcpLab()));
    expect(() => virtualboxFiles({ ...mptcpLab(), image: 'plan9' })).toThrow(
      '/image: there is no image "plan9"\n  -> Take one of: debian-13, debian-12-backports,',
    );
  });
});

describe('a seed', () => {
  const instance = (topology: TopologyInput) =>
    (parse(text(topology, 'nodes/client/meta-data')) as Record<string, string>)['instance-id'];

  it('is another instance to cloud-init when, and only when, its contents change', () => {
    expect(instance(mptcpLab())).toMatch(/^original-client-[0-9a-f]{12}$/);
    expect(instance(mptcpLab())).toBe(instance(mptcpLab()));
    expect(instance(mptcpLab({ rateMbit: 10 }))).not.toBe(instance(mptcpLab()));
  });
});

describe('a router that is an existing VM', () => {
  const topology = mptcpLab();
  topology.nodes['router']!.existingVm = 'old "edge"';
  const files = virtualboxFiles(topology);

  it('has a script for its console in place of a seed, and is no machine of Vagrant', () => {
    const ofRouter = [...files.keys()].filter((path) => path.startsWith('nodes/router/'));
    expect(ofRouter).toEqual(['nodes/router/node.sh']);
    expect(files.get('Vagrantfile')!.toString()).not.toContain('config.vm.define "router"');
  });

  it("is named as it is in the Vagrantfile, which asks for the VM's clone", () => {
    expect(files.get('Vagrantfile')!.toString()).toContain(
      String.raw`ExistingVm.new("old \"edge\"", here["router"], "router", {`,
    );
    expect(files.has('lib/existing_vm.rb')).toBe(true);
  });
});
