import { describe, expect, it } from 'vitest';
import { crossingMs } from '../../../../src/drive/experiment/deadlines.js';

const path = (rateMbit: number | null) => ({
  ...{ device: 'enp0s3', address: '10.0.0.1', serverAddress: '10.0.0.2', rateMbit },
  ...{ expects: 'payload' as const, shapedBy: [] },
});

describe('the time bytes may take', () => {
  it('is twice what the slowest path needs for them', () => {
    expect(crossingMs(262_144, [path(0.05)])).toBe(83_887);
    expect(crossingMs(262_144, [path(50), path(0.05), path(null)])).toBe(83_887);
  });

  it('is none where nothing is shaped', () => {
    expect(crossingMs(262_144, [path(null)])).toBe(0);
  });
});
