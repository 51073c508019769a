import { existsSync } from 'node:fs';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { withLabLock } from '../../src/drive/lab-lock.js';
import { readState } from '../../src/drive/netns/state.js';
import { isRunning } from '../../src/drive/process-identity.js';
import { LabError } from '../../src/errors.js';
import { buildLab } from '../../src/build-lab.js';
import { destroyLab } from '../../src/lab.js';
import type { LabEvent } from '../../src/model/event.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

const lab = buildLab(mptcpLab(), { provider: 'netns' });

describe('what is left of a lab', () => {
  test.each([
    ['is gone', (file: string) => rm(file)],
    ['is nonsense', (file: string) => writeFile(file, '{ nonsense')],
  ])('is ended by its directory alone where its plan %s', async (_, spoil) => {
    const dir = await tempDir();
    await lab.up({ dir });
    const { init } = readState(dir)!;
    await spoil(join(dir, 'lab.json'));
    await destroyLab(dir);
    expect(isRunning(init)).toBe(false);
    expect(await readdir(join(dir, '.state'))).toEqual([]);
  });

  test('is nothing where there never was a lab, and nothing is made there', async () => {
    const dir = await tempDir();
    await lab.destroy({ dir: join(dir, 'never') });
    await lab.destroy({ dir });
    expect(await readdir(dir)).toEqual([]);
  });

  test('is said not to be touched where it is of another directory', async () => {
    const [dir, copy] = [await tempDir(), join(await tempDir(), 'copy')];
    await using running = await lab.up({ dir });
    await cp(dir, copy, { recursive: true });
    const events: LabEvent[] = [];
    await destroyLab(copy, { onEvent: (event) => events.push(event) });
    expect(events).toMatchObject([{ type: 'warning', code: 'foreign-state' }]);
    await running.node('client').exec(['true']);
  });
});

describe('a handle that is destroyed', () => {
  test('waits for who works on the directory', async () => {
    const dir = await tempDir();
    const running = await lab.up({ dir });
    const { init } = readState(dir)!;
    let destroyed: Promise<void> | undefined;
    await withLabLock(dir, async () => {
      destroyed = running.destroy();
      await sleep(300);
      expect(isRunning(init)).toBe(true);
    });
    await destroyed;
    expect(isRunning(init)).toBe(false);
  });

  test('ends its own lab, never a newer one of the directory', async () => {
    const dir = await tempDir();
    const older = await lab.up({ dir });
    await lab.destroy({ dir });
    await using newer = await lab.up({ dir });
    await older.destroy();
    await newer.node('client').exec(['true']);
    expect(await lab.status({ dir })).toMatchObject({ running: true });
  });

  test('ends it where the directory was removed, and does not make that anew', async () => {
    const dir = await tempDir();
    const running = await lab.up({ dir });
    const { init } = readState(dir)!;
    await rm(dir, { recursive: true });
    await running.destroy();
    expect(isRunning(init)).toBe(false);
    expect(existsSync(dir)).toBe(false);
  });

  test('and another up at the same time never break each other', async () => {
    const dir = await tempDir();
    for (let round = 0; round < 6; round += 1) {
      const running = await lab.up({ dir });
      const [, again] = await Promise.allSettled([running.destroy(), lab.up({ dir })]);
      if (again.status === 'fulfilled') await again.value.node('client').exec(['true']);
      else expect(again.reason).toBeInstanceOf(LabError);
      await lab.destroy({ dir });
      expect(await readdir(join(dir, '.state'))).toEqual([]);
    }
  });
});
