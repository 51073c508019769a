import type { Driver } from './drive/driver.js';
import { LabError } from './errors.js';
import type { Limits, ProviderName, Render } from './model/provider.js';
import { netnsLimits, virtualboxLimits } from './render/limits.js';

/** What a provider is: what it can express, how a plan looks in its files, and who brings it up. */
export interface Provider {
  readonly limits: Limits;
  /** Loaded when files are wanted, as the driver is when something is to be done: planning pays for neither. */
  readonly renderer: () => Promise<Render>;
  readonly driver: () => Promise<Driver>;
}

const providers: Readonly<Partial<Record<ProviderName, Provider>>> = {
  netns: {
    limits: netnsLimits,
    renderer: async () => (await import('./render/netns.js')).renderNetns,
    driver: async () => (await import('./drive/netns/driver.js')).netnsDriver,
  },
  virtualbox: {
    limits: virtualboxLimits,
    renderer: async () => (await import('./render/virtualbox.js')).renderVirtualbox,
    driver: async () => (await import('./drive/virtualbox/driver.js')).virtualboxDriver,
  },
};

/** The providers there are. */
export const providerNames = Object.keys(providers) as readonly ProviderName[];

/** Of `buildLab()` and `generate`, which look at no host. */
export const defaultProvider: ProviderName = 'virtualbox';

/** @throws LabError `unknown-name` */
export function providerNamed(name: ProviderName): Provider {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined;
  if (provider) return provider;
  throw new LabError('unknown-name', [
    {
      where: 'provider',
      message: `there is no provider ${JSON.stringify(name)}`,
      next: `Take one of: ${providerNames.join(', ')}.`,
    },
  ]);
}
