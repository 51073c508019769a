import { imageProfiles } from '../../src/images/profiles.js';
import type { ImageProfile } from '../../src/images/profile.js';
import type { ImageInput, TopologyInput } from '../../src/model/generated/topology.js';
import { isKernelForcing } from '../../src/model/planned-image.js';

const sha256 = 'a'.repeat(64);

/** All that a user may lay over a profile. */
const own: ImageInput = {
  extends: 'debian-12',
  box: { name: 'mine/box', file: 'boxes/my box.box', sha256 },
  packages: ['socat', 'nmap/bookworm-backports', 'htop=3.2.2-2'],
  debs: [
    { from: 'kernels/linux-image.deb', sha256 },
    { from: 'https://a.example/b.deb', sha256 },
  ],
  scripts: ['echo mine >/etc/mine\n', "#!/bin/sh\nprintf '%s\\n' \"it's\" >/etc/its"],
  mirror: 'http://ftp.example.org/debian',
  proxy: 'http://proxy.example.org:3128',
  diskGb: 30,
};

/** A lab of each profile, prepared for every method of forcing its kernel, and one of a user's own image. */
export const profileLabs: readonly TopologyInput[] = [
  ...imageProfiles.map(labOf),
  { ...twoHosts('own-image'), image: 'mine', images: { mine: own } },
];

function labOf({ name, forcing }: ImageProfile): TopologyInput {
  return {
    ...twoHosts(`image-${name.replaceAll('.', '-')}`),
    image: name,
    experiments: forcing.filter(isKernelForcing).map((method) => ({
      ...{ kind: 'single-subflow', client: 'client', server: 'server' },
      ...{ name: `by-${method}`, forcing: { client: method, server: 'none' } },
    })),
  };
}

function twoHosts(name: string): TopologyInput {
  const host = { interfaces: [{ segment: 'a' }] };
  return { name, segments: { a: {} }, nodes: { client: host, server: host }, experiments: [] };
}
