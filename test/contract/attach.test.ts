import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LabHandle } from '../../src/drive/driver.js';
import { buildLab } from '../../src/build-lab.js';
import { labOf } from '../../src/lab.js';
import { inCLocale } from '../../src/drive/in-c-locale.js';
import { loadPlan } from '../../src/drive/load-plan.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

describe('a running lab', () => {
  test("runs its user's programs in the user's language, and ours in C", async () => {
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    await using running = await buildLab(mptcpLab(), { provider: 'netns' }).up({
      dir: await tempDir(),
    });
    const languageOn = async (lab: LabHandle) => {
      const child = lab.node('client').spawn(['printenv', 'LC_ALL']);
      const spawned = child.stdout === null ? '' : await text(child.stdout);
      return [(await lab.node('client').exec(['printenv', 'LC_ALL'])).stdout, spawned];
    };
    expect(await languageOn(running)).toEqual(['de_DE.UTF-8\n', 'de_DE.UTF-8\n']);
    expect(await languageOn(inCLocale(running))).toEqual(['C\n', 'C\n']);
  });

  test('is not taken for the lab of another plan, which may still ask about it and end it', async () => {
    const dir = await tempDir();
    const lab = buildLab(mptcpLab(), { provider: 'netns' });
    const other = buildLab(mptcpLab({ rateMbit: 20 }), { provider: 'netns' });
    await using running = await lab.up({ dir });
    const differs = {
      code: 'lab-differs',
      message: expect.stringMatching(/original-.* runs another plan .*recreate/s) as string,
    };
    await expect(other.attach({ dir })).rejects.toMatchObject(differs);
    await expect(other.verify({ dir })).rejects.toMatchObject(differs);
    expect(await other.status({ dir })).toMatchObject({ running: true });
    expect((await labOf(await loadPlan(dir)).attach({ dir })).degraded).toEqual(running.degraded);
    await other.destroy({ dir });
    expect(await lab.status({ dir })).toMatchObject({ running: false });
  });
});
