import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliPath, resultOf } from '../helpers/cli.js';
import { asOrdinaryUser, giveToOrdinaryUser } from '../helpers/ordinary-user.js';
import { tempDir } from '../helpers/temp-dir.js';

const checkout = join(dirname(cliPath), '../..');

describe('an ordinary user', () => {
  it('recreates the original experiment and sees both verdicts pass', async () => {
    const dir = await tempDir();
    // The checkout may lie where only its owner gets.
    for (const part of ['dist', 'package.json']) {
      await cp(join(checkout, part), join(dir, part), { recursive: true });
    }
    await giveToOrdinaryUser(dir);
    const subflow = (...args: string[]) => {
      const main = join(dir, 'dist', 'cli', 'main.js');
      const [program, ...rest] = asOrdinaryUser(process.execPath, main, ...args);
      return resultOf(spawn(program, rest, { cwd: dir }));
    };
    const { exitCode, stdout, stderr } = await subflow('recreate', '--json');
    const destroyed = await subflow('destroy');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const { verdicts } = JSON.parse(stdout) as {
      verdicts: { experiment: string; status: string }[];
    };
    expect(verdicts.map(({ experiment, status }) => `${experiment} ${status}`)).toEqual([
      'single-subflow pass',
      'multi-subflow pass',
    ]);
    expect(destroyed.exitCode).toBe(0);
  });
});
