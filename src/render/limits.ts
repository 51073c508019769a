import type { Limits } from '../model/provider.js';

// Apart from the renderers, so that planning loads none of them.

/** A namespace has as many devices as anybody wants; the bound only keeps a slip from eating the host. */
export const netnsLimits: Limits = { provider: 'netns', interfacesPerNode: 4096 };

/** VirtualBox's chipset PIIX3 has eight adapters; one is for logging in. */
export const virtualboxLimits: Limits = {
  provider: 'virtualbox',
  interfacesPerNode: 7,
  images: true,
};
