import type { Limits } from '../../src/model/provider.js';

/** A provider that refuses nothing a test does not ask it to. */
export const roomy: Limits = { provider: 'netns', interfacesPerNode: 100 };
