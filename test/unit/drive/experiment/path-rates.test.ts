import { describe, expect, it } from 'vitest';
import { ratesBetween } from '../../../../src/drive/experiment/path-rates.js';
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
