import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupCommand, keeperCommand } from '../../../../src/drive/virtualbox/remote-command.js';
import { waitFor } from '../../../../src/drive/wait.js';
import { tempDir } from '../../../helpers/temp-dir.js';

/** A login shell as the node's, where `sudo -n` lets anything pass. */
async function loginShell(): Promise<NodeJS.ProcessEnv> {
  const bin = await tempDir();
  writeFileSync(join(bin, 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n');
  chmodSync(join(bin, 'sudo'), 0o755);
  return { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
}

test('a program gets its arguments unchanged, whatever they hold', async () => {
  const [env, dir] = [await loginShell(), await tempDir()];
  const hostile = ['a b', '$HOME', '`id`', "'", '"', '\\', '*', '\n', ';', '', '-n', '#{x}'];
  const command = groupCommand(
    { argv: ['printf', '[%s]', ...hostile], cwd: '/nowhere; id' },
    { dir, entry: '1' },
  );
  const said = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' });
  expect(said).toBe(hostile.map((text) => `[${text}]`).join(''));
});

test('sudo is asked by who is not root', async () => {
  const [env, dir] = [await loginShell(), await tempDir()];
  writeFileSync(join(env['PATH']!.split(':')[0]!, 'sudo'), '#!/bin/sh\necho "sudo $1"\n');
  const command = groupCommand({ argv: ['id', '-u'], cwd: undefined }, { dir, entry: '1' });
  const said = execFileSync('sh', ['-c', command], { env, encoding: 'utf8' });
  expect(said).toBe(process.getuid!() === 0 ? '0\n' : 'sudo -n\n');
});

test('a program does not start where its connection is lost', async () => {
  const [env, dir] = [await loginShell(), await tempDir()];
  const register = { dir: join(dir, 'gone'), entry: '1' };
  const command = groupCommand({ argv: ['touch', join(dir, 'ran')], cwd: undefined }, register);
  expect(() => execFileSync('sh', ['-c', command], { env, stdio: 'pipe' })).toThrow();
  expect(existsSync(join(dir, 'ran'))).toBe(false);
});

test('the keeper signals a whole group, and ends what is left when the connection is lost', async () => {
  const [env, home] = [await loginShell(), await tempDir()];
  const dir = join(home, 'register');
  const keeper = spawn('sh', ['-c', keeperCommand(dir)], { env });
  await once(keeper.stdout, 'data');
  const start = (entry: string) => {
    const argv = ['sh', '-c', 'sleep 1000 & sleep 1000'] as const;
    const command = groupCommand({ argv, cwd: undefined }, { dir, entry });
    return spawn('sh', ['-c', command], { env, stdio: 'ignore' });
  };
  const [told, left] = [start('told'), start('left')];
  const groups = ['told', 'left'].map((entry) => join(dir, entry));
  await waitFor(
    'both to start',
    () => groups.every((file) => existsSync(file) && readFileSync(file, 'utf8') !== ''),
    { timeoutMs: 20_000 },
  );
  const pids = groups.map((file) => Number(readFileSync(file, 'utf8')));
  keeper.stdin.write('TERM told\n');
  await once(told, 'exit');
  expect(isAlive(pids[1]!)).toBe(true);
  keeper.stdin.end();
  await Promise.all([once(left, 'exit'), once(keeper, 'exit')]);
  await waitFor('both groups to be gone', () => !pids.some(isAlive), { timeoutMs: 20_000 });
  expect(existsSync(dir) || existsSync(`${dir}.lost`)).toBe(false);
});

/** Whether anything of the process group is left. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
