import { expect, test } from 'vitest';
import { spawn } from '../../../src/drive/exec.js';
import { identityOf, isProcessIdentity, isRunning } from '../../../src/drive/process-identity.js';

test('a process is running until it has ended', async () => {
  const child = spawn(['sleep', '60']);
  const identity = identityOf(child.pid!)!;
  expect(isRunning(identity)).toBe(true);
  child.kill('SIGKILL');
  await child.exited;
  expect(isRunning(identity)).toBe(false);
});

test('another process with the same pid is another one', () => {
  const own = identityOf(process.pid)!;
  expect(isRunning(own)).toBe(true);
  expect(isRunning({ ...own, startTime: '1' })).toBe(false);
  expect(isRunning({ ...own, bootId: 'an earlier boot' })).toBe(false);
});

test('nobody has a pid beyond the largest', () => {
  expect(identityOf(2 ** 30)).toBeNull();
});

test.each([null, 7, 'x', [], {}, { pid: -1, startTime: '', bootId: '' }, { pid: 1.5 }])(
  'what was read from disk as %j is no identity',
  (value) => {
    expect(isProcessIdentity(value)).toBe(false);
  },
);
