import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readState } from '../../src/drive/netns/state.js';
import { isRunning } from '../../src/drive/process-identity.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

describe('a running lab whose state somebody removed', () => {
  const lab = buildLab(mptcpLab(), { provider: 'netns' });

  test('keeps another from coming up in its directory until it is destroyed', async () => {
    const dir = await tempDir();
    await lab.up({ dir });
    const { init, waiter } = readState(dir)!;
    await rm(join(dir, '.state'), { recursive: true });
    await expect(lab.up({ dir })).rejects.toMatchObject({ code: 'lab-running' });
    await lab.destroy({ dir });
    expect([init, waiter].filter(isRunning)).toEqual([]);
    await using again = await lab.up({ dir });
    expect(again.plan.name).toBe('original');
  });

  test('is ended without its files too', async () => {
    const dir = await tempDir();
    await lab.up({ dir: join(dir, 'lab') });
    const { init, waiter } = readState(join(dir, 'lab'))!;
    await rm(join(dir, 'lab'), { recursive: true });
    await expect(lab.up({ dir: join(dir, 'lab') })).rejects.toMatchObject({ code: 'lab-running' });
    await lab.destroy({ dir: join(dir, 'lab') });
    expect([init, waiter].filter(isRunning)).toEqual([]);
  });
});
