import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { withLabLock } from '../../../src/drive/lab-lock.js';
import { identityOf } from '../../../src/drive/process-identity.js';
import { bundleProgram } from '../../helpers/run-program.js';
import { runTool } from '../../helpers/run-tool.js';
import { tempDir } from '../../helpers/temp-dir.js';

const program = await bundleProgram(new URL('programs/hold-lock.ts', import.meta.url));

/** A process that holds the lock of the directory, or could not get it. */
async function holder(dir: string) {
  const child = spawn(process.execPath, [program, dir]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: String(said) };
}

async function deadOwner() {
  const child = spawn('sleep', ['60']);
  const identity = identityOf(child.pid!);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return identity;
}

describe('the lock of a lab', () => {
  test('is held while the work runs and gone afterwards, whatever comes of it', async () => {
    const dir = await tempDir();
    await expect(
      withLabLock(dir, async () => {
        expect(await readdir(join(dir, '.state'))).toEqual(['lock']);
        throw new Error('no luck');
      }),
    ).rejects.toThrow('no luck');
    expect(await readdir(join(dir, '.state'))).toEqual([]);
    expect(await withLabLock(dir, () => Promise.resolve(7))).toBe(7);
  });

  test('excludes a second piece of work in the same process, naming it', async () => {
    const dir = await tempDir();
    await withLabLock(dir, async () => {
      await expect(withLabLock(dir, () => Promise.resolve())).rejects.toMatchObject({
        code: 'lab-busy',
        message: `${dir}: process ${process.pid} works on this lab\n  -> Wait until it is done, or end it: kill ${process.pid}`,
      });
    });
  });

  test('excludes another process until that is killed', async () => {
    const dir = await tempDir();
    const { child, said } = await holder(dir);
    expect(said).toBe('held');
    await expect(withLabLock(dir, () => Promise.resolve())).rejects.toThrow(
      `process ${child.pid!} `,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await withLabLock(dir, () => Promise.resolve('taken over'))).toBe('taken over');
  });

  test('of a dead process goes to exactly one of many that want it', async () => {
    const dir = await tempDir();
    await mkdir(join(dir, '.state'));
    await writeFile(join(dir, '.state', 'lock'), JSON.stringify(await deadOwner()));
    const contenders = await Promise.all(Array.from({ length: 6 }, () => holder(dir)));
    const said = contenders.map((contender) => contender.said).sort();
    for (const { child } of contenders) child.kill('SIGKILL');
    expect(said.filter((text) => text === 'held')).toHaveLength(1);
    expect(said.filter((text) => text === 'lab-busy')).toHaveLength(5);
  });

  test('is taken over though the one who took it over before died in the middle', async () => {
    const dir = await tempDir();
    const owner = await deadOwner();
    const lock = join(dir, '.state', 'lock');
    await mkdir(join(dir, '.state'));
    await writeFile(lock, JSON.stringify(owner));
    const right = `${lock}-of-${owner!.pid}-${owner!.startTime}`;
    await writeFile(right, JSON.stringify(await deadOwner()));
    expect(await withLabLock(dir, () => Promise.resolve('taken over'))).toBe('taken over');
    expect(await readdir(join(dir, '.state'))).toEqual([]);
  });

  test('leaves no right behind of one who died after taking it over', async () => {
    const dir = await tempDir();
    const [owner, heir] = [await deadOwner(), await deadOwner()];
    await mkdir(join(dir, '.state'));
    const right = join(dir, '.state', `lock-of-${owner!.pid}-${owner!.startTime}`);
    await writeFile(right, JSON.stringify(heir));
    await withLabLock(dir, () => Promise.resolve());
    expect(await readdir(join(dir, '.state'))).toEqual([]);
  });

  test('leaves nothing behind of one who died before the lock was its own', async () => {
    const dir = await tempDir();
    const owner = await deadOwner();
    await mkdir(join(dir, '.state'));
    await writeFile(join(dir, '.state', `lock-by-${owner!.pid}-x`), '');
    await writeFile(join(dir, '.state', `lock-by-${process.pid}-x`), '');
    await withLabLock(dir, () => Promise.resolve());
    expect(await readdir(join(dir, '.state'))).toEqual([`lock-by-${process.pid}-x`]);
  });

  test('is waited for as long as asked, then refused', async () => {
    const dir = await tempDir();
    await withLabLock(dir, async () => {
      await expect(withLabLock(dir, () => Promise.resolve(), 50)).rejects.toMatchObject({
        code: 'lab-busy',
      });
    });
    const { child } = await holder(dir);
    const waited = withLabLock(dir, () => Promise.resolve('at last'), 10_000);
    await sleep(100);
    child.kill('SIGKILL');
    expect(await waited).toBe('at last');
  });

  test('is left alone when something else is in its place', async () => {
    const dir = await tempDir();
    await mkdir(join(dir, '.state'));
    await symlink('nonsense', join(dir, '.state', 'lock'));
    await expect(withLabLock(dir, () => Promise.resolve())).rejects.toMatchObject({
      code: 'lab-busy',
    });
  });

  test.each([
    ['a directory', (file: string) => mkdir(file)],
    ['a pipe nobody writes to', (file: string) => Promise.resolve(runTool(['mkfifo', file]))],
  ])('is left alone when %s is in its place', async (_, make) => {
    const dir = await tempDir();
    await mkdir(join(dir, '.state'));
    await make(join(dir, '.state', 'lock'));
    await expect(withLabLock(dir, () => Promise.resolve())).rejects.toThrow(/no lock that subflow/);
  });

  test('is left alone when a plain file is in its place', async () => {
    const dir = await tempDir();
    await mkdir(join(dir, '.state'));
    await writeFile(join(dir, '.state', 'lock'), '');
    await expect(withLabLock(dir, () => Promise.resolve())).rejects.toThrow(/no lock that subflow/);
  });
});
