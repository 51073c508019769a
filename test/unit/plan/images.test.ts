import { describe, expect, it } from 'vitest';
import { imageProfiles } from '../../../src/images/profiles.js';
import type { TopologyInput } from '../../../src/model/generated/topology.js';
import { parseTopology } from '../../../src/model/parse.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { planLab } from '../../../src/plan/plan-lab.js';
import { roomy } from '../../helpers/limits.js';
import { virtualboxFiles, virtualboxPlan } from '../../helpers/virtualbox-files.js';

const sha256 = 'a'.repeat(64);
const lab = (changes: Partial<TopologyInput>): TopologyInput => ({ ...mptcpLab(), ...changes });
const idsOf = (topology: TopologyInput) =>
  [
    ...virtualboxFiles(topology)
      .get('Vagrantfile')!
      .toString()
      .matchAll(/"([a-z0-9.-]+-[0-9a-f]{12})"/g),
  ].map(([, id]) => id);

describe('an image of the user', () => {
  const images: TopologyInput['images'] = {
    base: { packages: ['htop'], proxy: 'http://proxy:3128' },
    mine: {
      ...{ extends: 'base', packages: ['socat', 'htop'], scripts: ['echo done >/etc/mine'] },
      box: { name: 'mine/box', file: 'boxes/mine.box', sha256 },
      debs: [
        { from: 'kernels/linux-image.deb', sha256 },
        { from: 'https://a.example/b.deb', sha256 },
      ],
    },
  };
  const own = lab({ image: 'mine', images });

  it('is its profile with every layer over it', () => {
    const [image, ...others] = virtualboxPlan(own).images;
    expect(others).toEqual([]);
    expect(image).toMatchObject({
      name: 'mine',
      box: { name: 'mine/box', version: null, file: 'boxes/mine.box', sha256 },
      proxy: 'http://proxy:3128',
      scripts: ['echo done >/etc/mine'],
    });
    expect(image!.packages.slice(-2)).toEqual(['htop', 'socat']);
  });

  it('has a script for each step, files by their digests, and reboots into its kernel', () => {
    const files = virtualboxFiles(own);
    const vagrantfile = files.get('images/mine/Vagrantfile')!.toString();
    const steps = [...vagrantfile.matchAll(/path: "([a-z0-9-]+)\.sh"(, reboot: true)?/g)];
    expect(steps.map(([, name, reboot]) => `${name!}${reboot ?? ''}`)).toEqual([
      ...['sources', 'kernel, reboot: true', 'packages', 'script-1', 'seal'],
    ]);
    expect(files.get('images/mine/kernel.sh')!.toString()).toContain(
      `printf '%s  %s\\n' ${sha256} /var/tmp/subflow/package-2.deb | sha256sum -c -`,
    );
    expect(files.get('Vagrantfile')!.toString()).toContain(
      '"package-1.deb" => File.expand_path("kernels/linux-image.deb", __dir__),',
    );
  });

  it('has a box from a file under a name of its own, since Vagrant would keep to an older one', () => {
    const vagrantfile = virtualboxFiles(own).get('images/mine/Vagrantfile')!.toString();
    expect(vagrantfile).toContain('config.vm.box = "mine/box-aaaaaaaaaaaa"');
    expect(vagrantfile).toContain(`config.vm.box_download_checksum = "${sha256}"`);
  });

  it('is another image after any change, and the same one in another lab', () => {
    const [id] = idsOf(own);
    expect(idsOf({ ...own, name: 'other' })).toEqual([id]);
    const changed = { ...images, mine: { ...images['mine'], packages: ['nmap'] } };
    expect(idsOf({ ...own, images: changed })).not.toEqual([id]);
    const rehashed = { ...images['mine'], box: { name: 'm', file: 'm', sha256: 'b'.repeat(64) } };
    expect(idsOf({ ...own, images: { ...images, mine: rehashed } })).not.toEqual([id]);
  });

  it('is refused with everything that is wrong with it', () => {
    const wrong = lab({
      images: {
        'debian-12': {},
        loop: { extends: 'pool' },
        pool: { extends: 'loop' },
        undigested: { box: { name: 'x', file: 'x.box' } },
        unheeded: { box: { name: 'x/y', sha256 } },
        versioned: { box: { name: 'x', version: '1.2', file: 'x.box', sha256 } },
      },
      image: 'loop',
    });
    expect(() => virtualboxPlan(wrong)).toThrow(
      [
        `/images/debian-12: "debian-12" is the name of one of subflow's own profiles`,
        '  -> Give it another name, and let it extend "debian-12".',
        '/images/undigested/box: nothing says what "x.box" must be',
        '  -> Add "sha256": sha256sum prints it.',
        '/images/unheeded/box/sha256: Vagrant checks "x/y" by what the registry says of it, not by this',
        '  -> Load the box down and name it as "file", or leave "sha256" out.',
        '/images/versioned/box/version: a box from a file has no version, and this one has "1.2"',
        '  -> Leave "version" out: its SHA-256 says which box it is.',
        '/images/pool/extends: "loop" is made from itself',
        '  -> Let one of them extend a profile: subflow image list.',
      ].join('\n'),
    );
  });
});

describe('forcing by the kernel', () => {
  const forcedBy = (method: 'systemtap' | 'bpf', image: string) =>
    lab({ image, forcing: { client: method, server: 'mptcpize' } });

  it('prepares the image and switches it on where an experiment asks for it', () => {
    const files = virtualboxFiles(forcedBy('systemtap', 'debian-12'));
    expect(files.has('images/debian-12/systemtap.sh')).toBe(true);
    const userData = (node: string) => files.get(`nodes/${node}/user-data`)!.toString();
    expect(userData('client')).toContain('systemctl enable --now subflow-systemtap.service');
    expect(userData('server')).not.toContain('subflow-systemtap');
  });

  it('is refused where the image has no such kernel, or nodes share the host’s', () => {
    expect(() => virtualboxPlan(forcedBy('bpf', 'debian-12'))).toThrow(
      'image debian-12: Debian 12 (bookworm) cannot force MPTCP by bpf\n' +
        '  -> Take an image that can: debian-13, debian-12-backports, ubuntu-26.04, ubuntu-24.04; or another of mptcpize, systemtap, native, go, none.',
    );
    const topology = forcedBy('bpf', 'debian-13');
    expect(() => planLab(parseTopology(topology), roomy)).toThrow(
      '/experiments/0/forcing/client: bpf turns the sockets of a whole kernel',
    );
  });
});

it.each(imageProfiles)(
  '$name says what it forces, what it cannot, and where its box is',
  (profile) => {
    expect(profile.forcing).toContain('none');
    expect(profile.boxes.virtualbox.name).toMatch(/^[a-z-]+\/[a-z0-9.-]+$/);
    expect(
      virtualboxPlan(lab({ image: profile.name, forcing: { client: 'none', server: 'none' } }))
        .images,
    ).toHaveLength(1);
  },
);
