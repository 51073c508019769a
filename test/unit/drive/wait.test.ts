import { expect, test } from 'vitest';
import { waitFor } from '../../../src/drive/wait.js';

test('waiting is over as soon as the condition holds', async () => {
  let looks = 0;
  await waitFor('the third look', () => ++looks === 3, { timeoutMs: 10_000, intervalMs: 1 });
  expect(looks).toBe(3);
});

test('a condition that holds at once is enough, even without any time', async () => {
  await expect(waitFor('nothing', () => true, { timeoutMs: 0 })).resolves.toBeUndefined();
});

test('waiting in vain says what for and how long', async () => {
  await expect(waitFor('Godot', () => false, { timeoutMs: 20 })).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('waited 20 ms for Godot in vain') as string,
  });
});

test('waiting ends when it is aborted', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(waitFor('Godot', () => false, { timeoutMs: 60_000, signal })).rejects.toThrow(
    'enough',
  );
});
