import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { realpathSync } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { mostOutput, run, spawn } from '../../../src/drive/exec.js';
import { searchPath } from '../../../src/drive/search-path.js';
import { identityOf } from '../../../src/drive/process-identity.js';
import { waitFor } from '../../../src/drive/wait.js';

const node = process.execPath;

describe('running a program', () => {
  test('gives its exit code and all it said', async () => {
    const script = 'process.stdout.write("out\\n"); process.stderr.write("err"); process.exit(3)';
    expect(await run([node, '-e', script], { check: false })).toEqual({
      ...{ exitCode: 3, stdout: 'out\n', stderr: 'err' },
    });
  });

  test('fails with the arguments, the exit code and the end of stderr', async () => {
    const script = 'process.stderr.write("x".repeat(9000) + "because"); process.exit(3)';
    await expect(run([node, '-e', script])).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/"-e".*: exit code 3: x{1993}because\n/s) as string,
    });
  });

  test('says so when there is no such program', async () => {
    await expect(run(['no-such-program', 'x'])).rejects.toThrow(
      'no-such-program: ["no-such-program","x"]: could not be started: there is no such program or directory',
    );
  });

  test('reports a signal as sh does', async () => {
    const result = await run(['sh', '-c', 'kill -TERM $$'], { check: false });
    expect(result.exitCode).toBe(128 + 15);
  });

  test('feeds it its input, and nothing when there is none', async () => {
    expect((await run(['cat'], { input: 'grüße' })).stdout).toBe('grüße');
    expect((await run(['cat'])).stdout).toBe('');
  });

  test('takes place in the directory asked for, in the C locale', async () => {
    const { stdout } = await run(['sh', '-c', 'pwd -P; echo "$LC_ALL"'], { cwd: tmpdir() });
    expect(stdout).toBe(`${realpathSync(tmpdir())}\nC\n`);
  });

  test('does not start when it is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(run(['true'], { signal })).rejects.toThrow('too late');
  });

  test('speaks the language of the user where asked to', async () => {
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    const said = await run(['printenv', 'LC_ALL'], { locale: 'user' });
    expect(said.stdout).toBe('de_DE.UTF-8\n');
  });

  test.each([undefined, ''])('is never looked for in the current directory by PATH %j', (path) => {
    vi.stubEnv('PATH', path);
    onTestFinished(() => void vi.unstubAllEnvs());
    const entries = searchPath().split(delimiter);
    expect(entries).not.toContain('');
    expect(entries).toEqual(expect.arrayContaining(['/bin', '/usr/bin', '/usr/sbin']));
  });

  test('ends one that says more than is kept, and says so', { timeout: 60_000 }, async () => {
    await expect(run(['yes'], { check: false })).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringContaining(`said more than ${mostOutput} characters`) as string,
    });
  });

  test('says so when the kernel refuses to start it', async () => {
    const tooLong = 'x'.repeat(200_000);
    await expect(run(['true', tooLong], { check: false })).rejects.toThrow(
      'could not be started: its arguments are longer than the kernel takes',
    );
    await expect(run([tmpdir()], { check: false })).rejects.toThrow(
      'could not be started: this user may not run it',
    );
  });

  test('settles at its deadline though a daemon of it keeps the pipes open', async () => {
    const argv = ['sh', '-c', 'setsid sleep 3 & sleep 60'] as const;
    await expect(run(argv, { timeoutMs: 100 })).rejects.toThrow('did not end within 100 ms');
  });
});

describe('spawning a program', () => {
  test('tells how it ended', async () => {
    expect(await spawn(['sh', '-c', 'exit 5']).exited).toEqual({ exitCode: 5, signal: null });
    expect(await spawn(['sh', '-c', 'kill -9 $$']).exited).toEqual({
      ...{ exitCode: null, signal: 'SIGKILL' },
    });
  });

  test('ends with 127 where there is no such program', async () => {
    expect(await spawn(['no-such-program']).exited).toEqual({ exitCode: 127, signal: null });
  });

  test('ends with 126 where the kernel refuses to start it', async () => {
    const refused = { exitCode: 126, signal: null };
    expect(await spawn(['true', 'x'.repeat(200_000)]).exited).toEqual(refused);
    expect(await spawn([tmpdir()]).exited).toEqual(refused);
  });

  test('kills all it started', async () => {
    const program = spawn(['sh', '-c', 'sleep 60 & echo $!; wait']);
    const [said] = (await once(program.stdout!, 'data')) as [Buffer];
    program.kill('SIGKILL');
    await program.exited;
    const gone = () => identityOf(Number(said)) === null;
    await waitFor('the grandchild to end', gone, { timeoutMs: 10_000 });
  });

  test('keeps an open input open, so that a reader waits', async () => {
    const reader = spawn(['sh', '-c', 'read -r line; echo ended'], { stdin: 'open' });
    const state = await Promise.race([reader.exited, run(['sleep', '0.2']).then(() => 'waits')]);
    expect(state).toBe('waits');
    reader.kill('SIGKILL');
  });
});
