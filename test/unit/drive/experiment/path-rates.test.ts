import { describe, expect, it } from 'vitest';
import type { LabHandle } from '../../../../src/drive/driver.js';
import { ratesBetween, whileTellingRates } from '../../../../src/drive/experiment/path-rates.js';
import type { Run } from '../../../../src/drive/experiment/run.js';
import type { Emit } from '../../../../src/model/event.js';
import { experiment } from '../../verify/evidence.js';

const count = (device: string, txBytes: number, rxBytes = 0) => ({
  ...{ node: 'client', device, txBytes, rxBytes },
});

describe('the rates between two samples', () => {
  it('are those of the paths, over the time that really went by', () => {
    const before = { atMs: 100, counts: [count('enp0s3', 1000, 50), count('enp0s8', 0)] };
    const after = {
      atMs: 2100,
      counts: [count('eth0', 9e9), count('enp0s3', 1_001_000, 500_050), count('enp0s8', 0)],
    };
    expect(ratesBetween(before, after, experiment.paths)).toEqual([
      { device: 'enp0s3', txMbit: 4, rxMbit: 2, shapedMbit: 50 },
      { device: 'enp0s8', txMbit: 0, rxMbit: 0, shapedMbit: 50 },
    ]);
  });

  it('leave out an interface that is gone', () => {
    const before = { atMs: 0, counts: [count('enp0s3', 0), count('enp0s8', 0)] };
    const after = { atMs: 1000, counts: [count('enp0s3', 0)] };
    const devices = ratesBetween(before, after, experiment.paths).map(({ device }) => device);
    expect(devices).toEqual(['enp0s3']);
  });
});

describe('what is done while rates are told', () => {
  const runOn = (exec: () => Promise<{ stdout: string }>, emit: Emit): Run => ({
    lab: { node: (name: string) => ({ name, exec }) } as unknown as LabHandle,
    experiment,
    dir: '',
    context: { signal: new AbortController().signal, emit },
  });
  const tooLate = () => expect.unreachable('nothing is to be told');

  it('is not lost where no sample can be taken', async () => {
    const run = runOn(() => Promise.reject(new Error('ip is gone')), tooLate);
    expect(await whileTellingRates(run, () => Promise.resolve('done'))).toBe('done');
  });

  it('fails with its own error', async () => {
    const run = runOn(() => Promise.resolve({ stdout: '[]' }), tooLate);
    const action = () => Promise.reject(new Error('no answer'));
    await expect(whileTellingRates(run, action)).rejects.toThrow('no answer');
  });

  it('goes on to its end where a listener throws, and then tells that', async () => {
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const run = runOn(
      () => Promise.resolve({ stdout: '[]' }),
      () => {
        hear();
        throw new Error('the listener broke');
      },
    );
    let ended = false;
    const action = async () => {
      await heard;
      ended = true;
    };
    await expect(whileTellingRates(run, action)).rejects.toThrow('the listener broke');
    expect(ended).toBe(true);
  });
});
