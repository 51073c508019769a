import { describe, expect, it } from 'vitest';
import { expectedShare } from '../../../src/verify/path-share.js';
import { path } from './evidence.js';

const unshaped = { ...path('enp0s3', '192.168.10.20'), rateMbit: null };
const shaped = { ...path('enp0s8', '192.168.20.20'), rateMbit: 5 };
const second = { durationMs: 1000 };

describe('the share a path should carry', () => {
  it('is its part of the summed rate', () => {
    const paths = [{ ...unshaped, rateMbit: 15 }, shaped];
    const sent = { bytes: 1e6, ...second };
    expect(paths.map((it) => expectedShare(it, paths, sent))).toEqual([0.75, 0.25]);
  });

  it('is an equal part where a path is unshaped', () => {
    const paths = [unshaped, { ...shaped, rateMbit: null }];
    expect(expectedShare(unshaped, paths, { bytes: 1e6, ...second })).toBe(0.5);
  });

  it('is no more than its own rate lets through beside an unshaped path', () => {
    const paths = [unshaped, shaped];
    expect(expectedShare(shaped, paths, { bytes: 125e6, ...second })).toBe(0.005);
    expect(expectedShare(shaped, paths, { bytes: 1e6, ...second })).toBe(0.5);
    expect(expectedShare(unshaped, paths, { bytes: 125e6, ...second })).toBe(0.5);
  });

  it('is there before anything was sent, and nothing on a backup path', () => {
    expect(expectedShare(shaped, [unshaped, shaped], { bytes: 0, ...second })).toBe(0.5);
    const backup = { ...shaped, expects: 'backup' as const };
    expect(expectedShare(backup, [unshaped, backup], { bytes: 1e6, ...second })).toBe(0);
  });
});
