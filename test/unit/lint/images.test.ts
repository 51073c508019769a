import { describe, expect, it } from 'vitest';
import { buildLab, type TopologyInput } from '../../../src/index.js';
import { lintLab } from '../../../src/lint/lint-lab.js';
import { imageProfiles } from '../../../src/images/profiles.js';
import { rulesSpeaking } from '../../helpers/broken-labs.js';
import { twoPaths } from '../../helpers/small-labs.js';

type Images = NonNullable<TopologyInput['images']>;

/** What is said of the lab in VirtualBox. */
function spokenOf(changes: Parameters<typeof twoPaths>[0]): string[] {
  return rulesSpeaking(buildLab(twoPaths(changes), { provider: 'virtualbox' }));
}

function onImage(image: Images[string]): { readonly lab: Partial<TopologyInput> } {
  return { lab: { images: { own: image }, image: 'own' } };
}

/** What is said of the lab with another kernel in its image. */
function onKernel(kernelVersion: string | null): string[] {
  const { plan } = buildLab(twoPaths({}), { provider: 'virtualbox' });
  const images = plan.images.map((image) => ({ ...image, kernelVersion }));
  return lintLab(null, { ...plan, images }).map(({ rule }) => rule);
}

describe("subflow's own images", () => {
  it.each(imageProfiles.map(({ name }) => name))('have no finding: %s', (image) => {
    expect(spokenOf({ lab: { image } })).toEqual([]);
  });
});

describe('a kernel', () => {
  it.each([
    ['3.10', 'image/kernel-without-mptcp'],
    ['5.4', 'image/kernel-without-mptcp'],
    ['5.6', 'image/kernel-without-joins'],
    ['5.7', 'image/kernel-one-path-at-a-time'],
    ['5.9', 'image/kernel-one-path-at-a-time'],
  ])('of %s is found as %s at both ends', (version, rule) => {
    expect(onKernel(version)).toEqual([rule, rule]);
  });

  it.each(['5.10', '6.1', '10.0', null])('of %s is right', (version) => {
    expect(onKernel(version)).toEqual([]);
  });

  it('is known of boxes of old releases', () => {
    const { findings } = buildLab(twoPaths(onImage({ box: { name: 'ubuntu/focal64' } })));
    expect(findings).toMatchObject([
      {
        rule: 'image/kernel-without-mptcp',
        path: 'nodes.client.image',
        message: 'the kernel 5.4 of client has no MPTCP (RFC 8684), which came with 5.6',
      },
      { rule: 'image/kernel-without-mptcp', path: 'nodes.server.image' },
      { rule: 'image/tcpdump-too-old', where: '/images/own' },
    ]);
  });

  it.each<[string, Images[string]]>([
    ['a box that nobody knows', { box: { name: 'my/own' } }],
    ['a package', { box: { name: 'ubuntu/focal64' }, packages: ['linux-image-mine'] }],
    ['a script', { box: { name: 'ubuntu/focal64' }, scripts: ['apt-get install -y mine'] }],
  ])('that %s brings is not judged', (_, image) => {
    expect(spokenOf(onImage(image)).filter((rule) => rule.startsWith('image/kernel'))).toEqual([]);
  });

  it('too old for fullmesh, a port or a parameter is found', () => {
    const mptcp = { endpoints: [{ address: '10.1.0.9', flags: ['signal' as const], port: 5300 }] };
    const sysctls = { 'net.mptcp.checksum_enabled': 1 };
    const spoken = (image: string) =>
      spokenOf({ lab: { image }, server: { mptcp, sysctls } }).filter((it) =>
        it.startsWith('image'),
      );
    expect(spoken('ubuntu-21.04')).toEqual([
      'image/kernel-without-announced-port',
      'image/kernel-without-parameter',
    ]);
    expect(spoken('debian-12')).toEqual([]);
  });

  it.each([
    ['ubuntu-21.04', ['image/kernel-without-fullmesh']],
    ['ubuntu-22.04', []],
  ])('of %s and the flag fullmesh are judged', (image, expected) => {
    const flags = ['subflow' as const, 'fullmesh' as const];
    const mptcp = { endpoints: [{ address: '10.1.1.10', flags }] };
    const spoken = spokenOf({ lab: { image }, client: { mptcp } });
    expect(spoken.filter((rule) => rule.startsWith('image/'))).toEqual(expected);
  });

  it.each([
    ['debian-12', ['image/kernel-without-parameter']],
    ['debian-13', []],
  ])('of %s and a scheduler are judged', (image, expected) => {
    const sysctls = { 'net.mptcp.scheduler': 'default' };
    expect(spokenOf({ lab: { image }, client: { sysctls } })).toEqual(expected);
  });
});

describe('iperf3 with its own option', () => {
  const client = ['iperf3', '-m', '-c', '{address}', '-p', '{port}'];
  const lab = (image: Partial<TopologyInput>) => ({
    lab: {
      ...image,
      experiments: [
        {
          ...{ kind: 'single-subflow' as const, client: 'client', server: 'server' },
          ...{ forcing: { client: 'native' as const }, programs: { client } },
        },
      ],
    },
  });

  it.each([
    ['debian-12', ['image/iperf3-without-mptcp']],
    ['debian-13', ['image/iperf3-without-mptcp']],
    ['ubuntu-26.04', []],
  ])('is judged by the iperf3 of %s', (image, expected) => {
    expect(spokenOf(lab({ image }))).toEqual(expected);
  });

  it('is not judged where the user chose the package', () => {
    const images = { own: { packages: ['iperf3/bookworm-backports'] } };
    expect(spokenOf(lab({ images, image: 'own' }))).toEqual([]);
  });
});

describe('the disk of an image with debug symbols', () => {
  const systemtap = { client: 'systemtap' as const, server: 'systemtap' as const };

  it.each([
    [10, ['image/disk-too-small']],
    [12, []],
    [undefined, []],
  ])('of %s GB is judged', (diskGb, expected) => {
    const own = { extends: 'ubuntu-21.04', ...(diskGb !== undefined && { diskGb }) };
    const { lab } = onImage(own);
    expect(spokenOf({ lab: { ...lab, forcing: systemtap } })).toEqual(expected);
  });
});
