import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImageProfile } from '../../src/images/profile.js';
import { imageProfiles } from '../../src/images/profiles.js';
import { imageOf } from '../../src/render/virtualbox/image.js';
import { virtualboxPlan } from '../helpers/virtualbox-files.js';
import { archiveAddress, debianArchive } from './debian-archive.js';
import { profileLabs } from './profile-labs.js';

// Ubuntu's archive is not asked: what its profiles name rests on the release's documentation.
const debians = imageProfiles.filter(({ name }) => name.startsWith('debian-'));

const root = mkdtempSync(join(tmpdir(), 'subflow-apt-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const archive = archiveAddress();
const cases = debians.map((profile) => {
  const of = debianArchive(join(root, profile.name), sourcesOf(profile));
  return [profile.name, { profile, of, packages: of.install(namedFor(profile)) }] as const;
});

/** The suite of the box itself, by its code name, and what the profile adds. */
function sourcesOf({ title, aptSources }: ImageProfile): string[] {
  const [, suite] = /^Debian \d+ \(([a-z]+)\)/.exec(title)!;
  return [
    `deb ${archive} ${suite!} main`,
    ...aptSources.map((line) => line.replace('@archive@', archive)),
  ];
}

/** All that the image's scripts hand to apt-get; a name with a suite stands for the one without. */
function namedFor({ name }: ImageProfile): string[] {
  const lab = profileLabs.find(({ image }) => image === name)!;
  const [image] = virtualboxPlan(lab).images.map(imageOf);
  const scripts = image!.files.map(({ content }) => String(content)).join('\n');
  const lists = /(?:^apt-get .*install --no-install-recommends|^for package in) ([^$;\n]+)/gm;
  const named = [...scripts.matchAll(lists)].flatMap(([, list]) => list!.split(' '));
  const withSuite = named.flatMap((it) => (it.includes('/') ? [it.split('/')[0]!] : []));
  return [...new Set(named)].filter((it) => !withSuite.includes(it));
}

/** As dpkg has it, which knows what becomes of `~` and letters. */
function isAtLeast(version: string, wanted: string): boolean {
  const { status } = spawnSync('dpkg', ['--compare-versions', version, 'ge', wanted]);
  return status === 0;
}

describe("Debian's archive", () => {
  it.each(cases)('has every package of %s, to be installed side by side', (_, { packages }) => {
    expect([...packages.keys()]).toEqual(expect.arrayContaining(['cloud-init', 'zerofree']));
  });

  it.each(cases)('has the programs of %s in the versions it claims', (_, { profile, packages }) => {
    expect(Object.keys(profile.tools)).toContain('tcpdump');
    for (const [tool, version] of Object.entries(profile.tools)) {
      const has = packages.get(tool)?.version.replace(/^\d+:/, '');
      expect(has?.split(/[-+~]/)[0], tool).toBe(version);
    }
    expect(isAtLeast(packages.get('tcpdump')!.version, '4.99')).toBe(true);
  });

  it.each(cases)('has the kernel that %s claims', (_, { profile, packages, of }) => {
    const all = packages.has('linux-image-amd64') ? packages : of.install([profile.kernel.image]);
    const { version, from } = all.get('linux-image-amd64')!;
    expect(version.startsWith(`${profile.kernel.version}.`), version).toBe(true);
    expect(from.includes('backports')).toBe(profile.kernel.packages.length > 0);
  });

  const bpf = cases.filter(([, { profile }]) => profile.forcing.includes('bpf'));
  it.each(bpf)('has for bpf in %s a kernel and a bpftool that can', (_, { profile, packages }) => {
    expect(isAtLeast(profile.kernel.version, '6.6')).toBe(true);
    // `prog loadall ... autoattach` came with 7.1.
    expect(isAtLeast(packages.get('bpftool')!.version, '7.1')).toBe(true);
  });

  it('says so where it has no such package', () => {
    const [, { of }] = cases[0]!;
    expect(() => of.install(['tcpdump', 'no-such-package'])).toThrow(
      'Unable to locate package no-such-package',
    );
  });
});
