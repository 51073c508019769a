import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { withImageLock } from '../../src/drive/virtualbox/image-lock.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { writeLab } from './labs.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'subflow-golden-')));
const lab = join(root, 'lab');
writeLab(lab, mptcpLab());
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const program = fileURLToPath(new URL('programs/golden-image.rb', import.meta.url));
const library = join(lab, 'lib/golden_image.rb');

/** A Vagrant that makes a node of the image, or what stands for one, and what it says. */
function vagrant(home: string, path = '') {
  const source = join(lab, 'images/debian-13');
  const child = spawn('ruby', [program, home, library, source, 'image'], {
    env: { ...process.env, PATH: path + (process.env['PATH'] ?? ''), SUBFLOW_BOX: undefined },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    words: () => said.trim().split('\n'),
    saying: async (text: string) => {
      while (!said.includes(text)) await once(child.stdout, 'data');
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

const built = ['up', 'halt', 'snapshot_save', 'there'];
const work = () => Promise.resolve('done');

describe('the golden image', () => {
  it('is built once, by the first of those that want it at once', async () => {
    const home = mkdtempSync(join(root, 'home-'));
    const both = [vagrant(home), vagrant(home)];
    await Promise.all(both.map(({ saying }) => saying('there')));
    const words = both.flatMap((it) => it.words()).filter((word) => !word.startsWith('Waiting'));
    expect(words.sort()).toEqual([...built, 'there'].sort());
    await Promise.all(both.map(({ end }) => end()));
    const third = vagrant(home);
    await third.saying('there');
    expect(third.words()).toEqual(['there']);
  });

  it('is removed by nobody while a Vagrant clones it, and by anybody once that has ended', async () => {
    const home = mkdtempSync(join(root, 'home-'));
    const dir = join(home, 'subflow/image');
    const clones = vagrant(home);
    await clones.saying('there');
    await expect(withImageLock(dir, work)).rejects.toMatchObject({ code: 'image-in-use' });
    await clones.end();
    expect(await withImageLock(dir, work)).toBe('done');
  });

  it('is built anew by who waited while it was removed, lock and all', async () => {
    const home = mkdtempSync(join(root, 'home-'));
    const dir = join(home, 'subflow/image');
    const first = vagrant(home);
    await first.saying('there');
    await first.end();
    const waits = await withImageLock(dir, async () => {
      const second = vagrant(home);
      await second.saying('Waiting for another process');
      await rm(dir, { recursive: true });
      return second;
    });
    await waits.saying('there');
    expect(waits.words().slice(1)).toEqual(built);
    expect(existsSync(join(dir, 'lock'))).toBe(true);
    await expect(withImageLock(dir, work)).rejects.toMatchObject({ code: 'image-in-use' });
  });

  it('is built where df(1) says nothing', async () => {
    const home = mkdtempSync(join(root, 'home-'));
    writeFileSync(join(home, 'df'), '#!/bin/sh\n');
    chmodSync(join(home, 'df'), 0o755);
    const builds = vagrant(home, `${home}${delimiter}`);
    await builds.saying('there');
    expect(builds.words()).toEqual(built);
  });
});
