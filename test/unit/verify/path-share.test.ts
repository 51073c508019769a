import { describe, expect, it } from 'vitest';
import type { ExperimentPath, ShapedEgress } from '../../../src/model/plan.js';
import { expectedShare, summedRate } from '../../../src/verify/path-share.js';
import { path } from './evidence.js';

const first = path('enp0s3', '192.168.10.20');
const second = path('enp0s8', '192.168.20.20');
const core: ShapedEgress = { node: 'router', device: 'enp0s9', rateMbit: 8 };

const shapedTo = (rateMbit: number, it: ExperimentPath, ...further: ShapedEgress[]) => ({
  ...it,
  rateMbit: Math.min(rateMbit, ...further.map((egress) => egress.rateMbit)),
  shapedBy: [{ node: 'client', device: it.device, rateMbit }, ...further],
});

const unshaped = { ...first, rateMbit: null, shapedBy: [] };
const shaped = shapedTo(5, second);

describe('the share a path should carry', () => {
  it('is its part of all rates', () => {
    const paths = [shapedTo(15, first), shaped];
    expect(paths.map((it) => expectedShare(it, paths))).toEqual([0.75, 0.25]);
  });

  it('is its part of all rates where they share a bottleneck', () => {
    const paths = [shapedTo(15, first, core), shapedTo(15, second, core)];
    expect(paths.map((it) => expectedShare(it, paths))).toEqual([0.5, 0.5]);
  });

  it('is an equal part where no path is shaped', () => {
    const paths = [unshaped, { ...shaped, rateMbit: null, shapedBy: [] }];
    expect(paths.map((it) => expectedShare(it, paths))).toEqual([0.5, 0.5]);
  });

  it('is the choice of the scheduler on a shaped path beside an unshaped one', () => {
    const paths = [unshaped, shaped];
    expect(paths.map((it) => expectedShare(it, paths))).toEqual([0.5, null]);
  });

  it('is nothing on a backup path', () => {
    const backup = { ...shaped, expects: 'backup' as const };
    expect(expectedShare(backup, [unshaped, backup])).toBe(0);
  });
});

describe('the summed rate', () => {
  it('is the sum of the paths that carry payload', () => {
    const backup = { ...second, expects: 'backup' as const };
    expect(summedRate([first, second])).toBe(100);
    expect(summedRate([first, backup])).toBe(50);
  });

  it('counts a bottleneck they share once', () => {
    expect(summedRate([shapedTo(15, first, core), shapedTo(15, second, core)])).toBe(8);
    expect(summedRate([shapedTo(3, first, core), shapedTo(2, second, core)])).toBe(5);
  });

  it('is none where one is unshaped', () => {
    expect(summedRate([unshaped, shaped])).toBeNull();
  });
});
