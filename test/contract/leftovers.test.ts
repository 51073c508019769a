import { spawn, spawnSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import { netnsLeftovers } from '../../src/drive/netns/leftovers.js';
import { readState } from '../../src/drive/netns/state.js';
import { isRunning } from '../../src/drive/process-identity.js';
import { temporaryLeftovers } from '../../src/drive/temporary-leftovers.js';
import { oneSegment } from '../helpers/small-labs.js';
import { cliPath } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const lab = buildLab(oneSegment(['one', 'two']), { provider: 'netns' });
const { signal } = new AbortController();

/** Brings the lab up in a directory of its own below a temporary one. */
async function upIn(parent: string) {
  const dir = join(parent, 'lab');
  await mkdir(dir);
  await lab.up({ dir });
  const state = readState(dir)!;
  onTestFinished(async () => {
    for (const left of netnsLeftovers()) if (left.name === state.labId) await left.remove(signal);
  });
  const found = () => netnsLeftovers().filter(({ name }) => name === state.labId);
  return { dir, state, found };
}

describe('a lab of namespaces', () => {
  test('is in use while its directory is there', async () => {
    const { dir, state, found } = await upIn(await tempDir());
    expect(found()).toMatchObject([
      {
        provider: 'netns',
        kind: 'processes',
        labDir: dir,
        orphaned: false,
        reason: 'its lab runs',
      },
    ]);
    expect(found()[0]!.details[0]).toContain(String(state.init.pid));
  });

  test('is left over when its directory was removed, and is ended whole', async () => {
    const { dir, state, found } = await upIn(await tempDir());
    await rm(dir, { recursive: true });
    expect(found()).toMatchObject([{ labDir: null, orphaned: true }]);
    await found()[0]!.remove(signal);
    expect([isRunning(state.init), isRunning(state.waiter)]).toEqual([false, false]);
    expect(found()).toEqual([]);
  });

  test('is left over where its directory was moved away under it', async () => {
    const { dir, found } = await upIn(await tempDir());
    await rename(dir, `${dir}-moved`);
    expect(found()).toMatchObject([{ labDir: `${dir}-moved`, orphaned: true }]);
  });
});

test('--remove takes the lab whose directory is gone and leaves the one that runs', async () => {
  const dir = await tempDir();
  const script = `
    "$@" up --provider netns --dir gone >up.log 2>&1 && "$@" up --provider netns --dir runs >>up.log 2>&1
    rm -r gone
    "$@" leftovers --remove 2>>up.log; echo "$?"
    "$@" leftovers --json 2>>up.log`;
  // In a world of its own: nobody else's labs and machines are there to be removed.
  const world = ['--user', '--map-root-user', '--pid', '--fork', '--mount-proc', '--kill-child'];
  const argv = [...world, 'sh', '-c', script, 'sh', process.execPath, cliPath];
  const env = { ...process.env, VBOX_USER_HOME: join(dir, 'virtualbox'), VAGRANT_HOME: dir };
  const { stdout } = spawnSync('unshare', argv, { cwd: dir, env, encoding: 'utf8' });
  const [listed, document] = stdout.split('\n0\n');
  expect(listed).toMatch(/^removed processes original-[0-9a-f]{8}$/m);
  expect(listed).toMatch(/^in use: processes original-[0-9a-f]{8}: its lab runs$/m);
  expect(JSON.parse(document ?? '')).toMatchObject({
    leftovers: [{ labDir: join(dir, 'runs'), orphaned: false }],
  });
});

test("a process that is called like a lab's and is none is not looked at", async () => {
  const dir = await tempDir();
  const child = spawn('sh', ['-c', 'exec sleep 600', 'foreign-0a1b2c3d', '2'], { cwd: dir });
  onTestFinished(() => void child.kill('SIGKILL'));
  await rm(dir, { recursive: true });
  expect(netnsLeftovers().filter(({ name }) => name === 'foreign-0a1b2c3d')).toEqual([]);
});

test('half-written files are left over once their writer is gone', async () => {
  const dir = await tempDir();
  const named = (pid: number) => `.subflow-tmp.${pid}.00000000-0000-4000-8000-000000000000`;
  const gone = 4_194_304; // Above the kernel's largest pid.
  for (const name of [named(gone), named(process.pid), '.subflow-tmpnotes']) {
    await writeFile(join(dir, name), '');
  }
  const found = temporaryLeftovers([dir]);
  expect(found.map(({ name, orphaned }) => [basename(name), orphaned])).toEqual(
    expect.arrayContaining([
      [named(gone), true],
      [named(process.pid), false],
    ]),
  );
  expect(found).toHaveLength(2);
});
