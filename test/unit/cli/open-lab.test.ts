import { describe, expect, it } from 'vitest';
import { openLab } from '../../../src/cli/open-lab.js';
import { buildLab } from '../../../src/build-lab.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { tempDir } from '../../helpers/temp-dir.js';

describe('--provider for a lab that is planned already', () => {
  it('is refused where it is another than the plan was made for', async () => {
    const dir = await tempDir();
    await buildLab(mptcpLab(), { provider: 'netns' }).write(dir);
    await expect(openLab(undefined, { dir, provider: 'virtualbox' })).rejects.toMatchObject({
      name: 'UsageError',
      problem: { message: `${dir} holds a lab that is planned for netns already` },
    });
  });

  it('may name the one that it was made for', async () => {
    const dir = await tempDir();
    await buildLab(mptcpLab(), { provider: 'netns' }).write(dir);
    expect((await openLab(undefined, { dir, provider: 'netns' })).plan.name).toBe('original');
  });
});
