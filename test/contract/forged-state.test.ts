import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { spawn } from '../../src/drive/exec.js';
import { labId } from '../../src/drive/lab-id.js';
import { readState, writeState, type NetnsState } from '../../src/drive/netns/state.js';
import { identityOf, isRunning } from '../../src/drive/process-identity.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { tempDir } from '../helpers/temp-dir.js';

const lab = buildLab(mptcpLab(), { provider: 'netns' });

describe('a directory that was copied from that of a running lab', () => {
  test('is another lab, which does not run and can be destroyed and brought up', async () => {
    const [dir, copy] = [await tempDir(), join(await tempDir(), 'copy')];
    await using running = await lab.up({ dir });
    await cp(dir, copy, { recursive: true });
    expect(await lab.status({ dir: copy })).toMatchObject({ running: false });
    await lab.destroy({ dir: copy });
    await running.node('client').exec(['true']);
    await (await lab.up({ dir: copy })).destroy();
    await running.node('client').exec(['true']);
  });
});

describe('a forged state', () => {
  test.each([
    ['an empty id', () => ''],
    ['the name of a program', () => 'sh'],
    ['an option of a program', () => '-c'],
    ['the id of the lab', (dir: string) => labId('original', dir)],
  ])('with %s ends no process', async (_, idIn) => {
    const dir = await tempDir();
    const id = idIn(dir);
    const bystander = spawn(['sh', '-c', 'sleep 60; :', 'x', labId('original', dir)]);
    onTestFinished(() => bystander.kill('SIGKILL'));
    const identity = identityOf(bystander.pid!)!;
    const forged: NetnsState = {
      ...{ schemaVersion: 1, labId: id, planSha256: '', init: identity, waiter: identity },
      ...{ rootless: true, degraded: [] },
    };
    await writeState(dir, forged);
    await lab.destroy({ dir });
    expect(isRunning(identity)).toBe(true);
    expect(await lab.status({ dir })).toMatchObject({ running: false });
  });

  test('is not written through a link that lies in wait for it', async () => {
    const dir = await tempDir();
    const victim = join(await tempDir(), 'victim');
    await mkdir(join(dir, '.state'));
    await symlink(victim, join(dir, '.state', 'netns.json.new'));
    await (await lab.up({ dir })).destroy();
    await expect(readFile(victim)).rejects.toThrow('ENOENT');
  });
});

describe('a .state that leads elsewhere', () => {
  test('is refused by everything that would follow it', async () => {
    const [dir, elsewhere] = [await tempDir(), await tempDir()];
    await symlink(elsewhere, join(dir, '.state'));
    const foreign = { code: 'foreign-file', message: expect.stringContaining('link') as string };
    await expect(lab.up({ dir })).rejects.toMatchObject(foreign);
    await expect(lab.destroy({ dir })).rejects.toMatchObject(foreign);
    await expect(lab.status({ dir })).rejects.toMatchObject(foreign);
    expect(() => readState(dir)).toThrow('never followed');
    expect(await readdir(elsewhere)).toEqual([]);
  });
});
