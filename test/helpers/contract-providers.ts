import { providerNames } from '../../src/providers.js';

const asked = (process.env['SUBFLOW_TEST_PROVIDERS'] ?? 'netns').split(',');

/** The providers the contract is held against: namespaces, unless vitest's project says otherwise. */
export const contractProviders = providerNames.filter((name) => asked.includes(name));
