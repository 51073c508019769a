import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { identityOf, isRunning } from '../../../../src/drive/process-identity.js';
import {
  endOrphanedVagrants,
  noteVagrant,
  removeNotes,
} from '../../../../src/drive/virtualbox/orphaned-vagrants.js';
import { tempDir } from '../../../helpers/temp-dir.js';

/** Cleans up when interrupted, as Vagrant does, and leads a group whose other member heeds nothing. */
const vagrantLike = `trap 'echo cleaned >cleaned; exit 1' INT; echo ready; sleep 60 & wait`;

async function startVagrantLike(dir: string) {
  const child = spawn('sh', ['-c', vagrantLike], { cwd: dir, detached: true });
  onTestFinished(() => {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL');
  });
  await once(child.stdout, 'data');
  return { pid: child.pid!, identity: identityOf(child.pid!)!, exited: once(child, 'exit') };
}

/** As if another subflow had noted it, which was killed since. */
async function orphan(dir: string, pid: number): Promise<void> {
  const dead = spawn('sleep', ['60']);
  const subflow = identityOf(dead.pid!);
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  const file = join(notes(dir), `${pid}.json`);
  const note = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...note, subflow }));
}

const notes = (dir: string) => join(dir, '.state/vagrants');

describe('a Vagrant in the directory of a lab', () => {
  test('is noted while it runs', async () => {
    const dir = await tempDir();
    const forget = noteVagrant(dir, process.pid);
    expect(await readdir(notes(dir))).toEqual([`${process.pid}.json`]);
    forget();
    expect(await readdir(notes(dir))).toEqual([]);
    removeNotes(dir);
    expect(existsSync(notes(dir))).toBe(false);
  });

  test('is interrupted, and cleans up, where its subflow was killed', async () => {
    const dir = await tempDir();
    const { pid, exited } = await startVagrantLike(dir);
    noteVagrant(dir, pid);
    await orphan(dir, pid);
    const onWait = vi.fn();
    await endOrphanedVagrants(dir, onWait);
    expect(onWait).toHaveBeenCalledOnce();
    expect(await exited).toEqual([1, null]);
    expect(await readFile(join(dir, 'cleaned'), 'utf8')).toBe('cleaned\n');
    expect(await readdir(notes(dir))).toEqual([]);
  });

  test('is let alone while its subflow waits for it', async () => {
    const dir = await tempDir();
    const { pid, identity } = await startVagrantLike(dir);
    noteVagrant(dir, pid);
    const onWait = vi.fn();
    await endOrphanedVagrants(dir, onWait);
    expect(onWait).not.toHaveBeenCalled();
    expect(isRunning(identity)).toBe(true);
  });

  test('is nobody where another process has its pid by now, or the note is no note', async () => {
    const dir = await tempDir();
    const { pid, identity } = await startVagrantLike(dir);
    noteVagrant(dir, pid);
    const stale = { vagrant: { ...identity, startTime: '1' }, subflow: { ...identity, pid: 1 } };
    await writeFile(join(notes(dir), `${pid}.json`), JSON.stringify(stale));
    await writeFile(join(notes(dir), 'torn.json'), '{"vagrant":');
    await writeFile(join(notes(dir), 'null.json'), 'null');
    await endOrphanedVagrants(dir);
    expect(isRunning(identity)).toBe(true);
  });
});
