import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, spawn } from '../../src/drive/exec.js';
import { readState, writeState } from '../../src/drive/netns/state.js';
import { identityOf, isRunning } from '../../src/drive/process-identity.js';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { hostState, labNamespaces, processesIn } from '../helpers/lab-traces.js';
import { asOrdinaryUser, giveToOrdinaryUser, ordinaryUser } from '../helpers/ordinary-user.js';
import { bundleProgram } from '../helpers/run-program.js';
import { tempDir } from '../helpers/temp-dir.js';

describe('destroying a lab of namespaces', () => {
  test('ends every process, namespace, mount and device of it, daemons included', async () => {
    const dir = await tempDir();
    const before = hostState();
    const lab = await buildLab(mptcpLab(), { provider: 'netns' }).up({ dir });
    await lab.node('server').exec(['sh', '-c', 'setsid sleep 4721.5 >/dev/null 2>&1 &']);
    const namespaces = labNamespaces(readState(dir)!.init.pid);
    // The lab's own five kinds (user, mnt, pid, net, uts stays the host's) and a net for each node.
    expect(namespaces.size).toBeGreaterThanOrEqual(6);
    expect(processesIn(namespaces).length).toBeGreaterThanOrEqual(2);
    expect(hostState()).toEqual(before);

    await lab.destroy();
    expect(processesIn(namespaces)).toEqual([]);
    expect(hostState()).toEqual(before);
    expect(await readdir(join(dir, '.state'))).toEqual([]);
  });

  test('is done by leaving the block of `await using`', async () => {
    const dir = await tempDir();
    const lab = buildLab(mptcpLab(), { provider: 'netns' });
    {
      await using running = await lab.up({ dir });
      await running.node('client').exec(['true']);
    }
    expect(await lab.status({ dir })).toMatchObject({ running: false });
  });

  test('spares another process that got the pid of a lab long gone', async () => {
    const dir = await tempDir();
    const lab = await buildLab(mptcpLab(), { provider: 'netns' }).up({ dir });
    const state = readState(dir)!;
    await lab.destroy();
    const bystander = spawn(['sleep', '4722.5']);
    const identity = identityOf(bystander.pid!)!;
    await writeState(dir, { ...state, init: identity, waiter: { ...identity, startTime: '1' } });
    await expect(
      buildLab(mptcpLab(), { provider: 'netns' }).destroy({ dir }),
    ).resolves.toBeUndefined();
    expect(isRunning(identity)).toBe(true);
    expect(await readdir(join(dir, '.state'))).toEqual([]);
    bystander.kill('SIGKILL');
  });
});

describe('an ordinary user', () => {
  test('brings a lab up, uses it and destroys it', async () => {
    const dir = await tempDir();
    await giveToOrdinaryUser(dir);
    const program = await bundleProgram(new URL('programs/whole-life.ts', import.meta.url));
    const { stdout } = await run(asOrdinaryUser(process.execPath, program, join(dir, 'lab')), {
      timeoutMs: 60_000,
    });
    expect(JSON.parse(stdout)).toEqual({ user: ordinaryUser, ping: 0, rootless: true });
  });
});
