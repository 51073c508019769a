import { describe, expect, it } from 'vitest';
import { expectedShare } from '../../../src/verify/path-share.js';
import { path } from './evidence.js';

const unshaped = { ...path('enp0s3', '192.168.10.20'), rateMbit: null };
const shaped = { ...path('enp0s8', '192.168.20.20'), rateMbit: 5 };

describe('the share a path should carry', () => {
  it('is its part of the summed rate', () => {
    const paths = [{ ...unshaped, rateMbit: 15 }, shaped];
    expect(paths.map((it) => expectedShare(it, paths))).toEqual([0.75, 0.25]);
  });

  it('is an equal part where no path is shaped', () => {
    const paths = [unshaped, { ...shaped, rateMbit: null }];
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
