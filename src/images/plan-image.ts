import type { ImageInput } from '../model/generated/topology.js';
import type { KernelForcing, PlannedImage } from '../model/planned-image.js';
import { knownVersions } from './known-versions.js';
import type { ImageProfile } from './profile.js';
import type { ResolvedImage } from './resolve-image.js';

/** What SystemTap takes to compile a script, besides the kernel's headers. */
const systemtapPackages = ['systemtap', 'systemtap-runtime', 'gcc', 'make', 'libc6-dev'];

/** All that goes into an image: the profile, and over it the user's layers one after the other. */
export function planImage(
  image: ResolvedImage,
  kernelForcing: readonly KernelForcing[],
): PlannedImage {
  const { name, profile, layers } = image;
  const last = <Key extends keyof ImageInput>(key: Key) =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key] ?? null;
  const all = <Key extends 'packages' | 'debs' | 'scripts'>(key: Key) =>
    layers.flatMap((layer) => (layer[key] ?? []) as NonNullable<ImageInput[Key]>[number][]);
  return {
    name,
    box: boxOf(profile, layers),
    aptSources: profile.aptSources,
    replacesSources: profile.replacesSources,
    mirror: last('mirror'),
    proxy: last('proxy'),
    kernelPackages: kernelPackages(profile, kernelForcing),
    packages: [...new Set([...profile.packages, ...all('packages')])],
    debs: all('debs'),
    tcpdump: profile.tcpdump,
    kernelForcing,
    systemtapPackages: [
      ...systemtapPackages,
      ...profile.kernel.headers,
      ...profile.kernel.debugSymbols,
    ],
    systemtapByDwarf: profile.kernel.debugSymbols.length > 0,
    scripts: all('scripts'),
    diskGb: last('diskGb') ?? profile.diskGb,
    ...knownVersions(image),
  };
}

/** A box's kernel may be older than the headers the archive has; SystemTap wants them alike. */
function kernelPackages({ kernel }: ImageProfile, forcing: readonly KernelForcing[]): string[] {
  return [
    ...new Set([...kernel.packages, ...(forcing.includes('systemtap') ? [kernel.image] : [])]),
  ];
}

/** VirtualBox is the one provider so far that clones images. */
function boxOf({ boxes }: ImageProfile, layers: readonly ImageInput[]): PlannedImage['box'] {
  const own = layers.findLast(({ box }) => box !== undefined)?.box;
  const { name, version, sha256 } = own ?? boxes.virtualbox;
  return { name, version: version ?? null, file: own?.file ?? null, sha256: sha256 ?? null };
}
