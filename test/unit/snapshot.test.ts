import { describe, expect, it } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

describe('a snapshot', () => {
  it('is refused in namespaces, with what to do instead', async () => {
    const lab = buildLab(mptcpLab(), { provider: 'netns' });
    for (const verb of ['snapshot', 'restore'] as const) {
      await expect(lab[verb]('before', { dir: await tempDir() })).rejects.toMatchObject({
        code: 'not-supported',
        problems: [
          { where: 'provider netns', next: expect.stringContaining('recreate') as string },
        ],
      });
    }
  });

  it.each(['', '-f', 'a b', '../x', 'x'.repeat(65)])('is not called %j', async (name) => {
    const lab = buildLab(mptcpLab(), { provider: 'virtualbox' });
    await expect(lab.snapshot(name, { dir: await tempDir() })).rejects.toMatchObject({
      code: 'unknown-name',
    });
  });
});
