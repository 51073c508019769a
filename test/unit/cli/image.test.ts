import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/cli/call.js';
import { image } from '../../../src/cli/verbs/image.js';
import { imageProfiles } from '../../../src/images/profiles.js';

const called = async (...args: string[]) => await image({ args } as unknown as Call);

describe('subflow image', () => {
  it('lists every profile, the default and the unproved ones marked', async () => {
    const { text = '' } = await called('list');
    expect(text).toMatch(/^debian-12 .* \[default, proved\]$/m);
    for (const { name, proved } of imageProfiles) {
      expect(text).toMatch(
        new RegExp(`^${name} .*${proved ? '[ \\[]proved' : 'unproved'}\\]$`, 'm'),
      );
    }
  });

  it('shows a profile, with what it cannot do', async () => {
    const { text, document } = await called('show', 'ubuntu-21.04');
    expect(text).toMatch(/^disk +15 GB$/m);
    expect(text).toMatch(/^cannot +Its kernel 5\.10\.0-14-generic was replaced/m);
    expect(document).toBe(imageProfiles.find(({ name }) => name === 'ubuntu-21.04'));
  });

  it('refuses an unknown profile with the one most likely meant', async () => {
    await expect(called('show', 'debian12')).rejects.toThrow('Did you mean "debian-12"?');
    await expect(called('bake')).rejects.toThrow('takes "list", or "show"');
  });
});
