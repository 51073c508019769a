import type { PlannedImage } from '../model/planned-image.js';
import type { ImageProfile } from './profile.js';
import { releaseOfBox } from './releases.js';
import type { ResolvedImage } from './resolve-image.js';

type Versions = Pick<PlannedImage, 'kernelVersion' | 'tools'>;

/** The versions an image has as far as anybody knows before it is built. */
export function knownVersions({ profile, layers }: ResolvedImage): Versions {
  const { kernel, tools } = ofTheBox(profile, layers);
  const isOpen = layers.some(({ debs = [], scripts = [] }) => debs.length + scripts.length > 0);
  // They may install anything.
  if (isOpen) return { kernelVersion: null, tools: {} };
  const packages = layers.flatMap((layer) => layer.packages ?? []);
  const ownKernel = packages.some((name) => name.startsWith('linux-image-'));
  const chosen = (tool: string) => packages.some((name) => /^[^=/]+/.exec(name)?.[0] === tool);
  return {
    kernelVersion: ownKernel ? null : kernel,
    tools: Object.fromEntries(Object.entries(tools).filter(([tool]) => !chosen(tool))),
  };
}

interface BoxVersions {
  readonly kernel: string | null;
  readonly tools: Versions['tools'];
}

/** The profile's, but for what comes with a box of the user's own that is of another release. */
function ofTheBox(profile: ImageProfile, layers: ResolvedImage['layers']): BoxVersions {
  const own = layers.findLast(({ box }) => box !== undefined)?.box?.name;
  const { kernel, tools, tcpdump } = profile;
  const names = Object.values(profile.boxes).flatMap((box) => [box.name, ...box.alternatives]);
  if (own === undefined || names.includes(own)) return { kernel: kernel.version, tools };
  const release = releaseOfBox(own);
  return {
    kernel: kernel.packages.length > 0 ? kernel.version : (release?.kernel ?? null),
    tools: { ...release?.tools, ...(tcpdump !== null && { tcpdump: tcpdump.version }) },
  };
}
