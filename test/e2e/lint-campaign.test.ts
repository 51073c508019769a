import { describe, expect, it } from 'vitest';
import { isMissed, runBroken, runCorrect } from '../campaign/lint-campaign.js';
import { runLab } from '../campaign/run-lab.js';

// A sample of the full campaign: npm run campaign:lint (docs/lint.md).
const sample = { seed: 8684, runs: 20, from: 0, jobs: 2, run: runLab };

describe('the linter and the kernel', () => {
  it('agree that generated labs are correct', { timeout: 300_000 }, async () => {
    const results = await runCorrect(sample);
    const wrong = results.filter(({ errors, run }) => errors.length > 0 || !run.passed);
    expect(wrong).toEqual([]);
  });

  it('agree on labs that lose a path by a random mistake', { timeout: 300_000 }, async () => {
    const results = await runBroken(sample);
    expect(results.filter(({ run }) => !run.passed).length).toBeGreaterThan(5);
    expect(results.filter(isMissed)).toEqual([]);
  });
});
