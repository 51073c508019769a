import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/verdict.js';

interface Qdisc {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly packets: number;
  readonly drops: number;
}

interface Measured {
  readonly pings: number;
  readonly roundTripsMs: readonly number[];
  readonly qdiscs: readonly Qdisc[];
}

interface Told {
  readonly recreate: { readonly code: number; readonly stdout: string };
  readonly degraded: readonly string[];
  readonly far: Measured;
  readonly lossy: Measured;
  readonly destroy: { readonly code: number };
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function inGuest(program: string): Promise<Told> {
  const argv = [process.execPath, file(program)];
  const { stdout } = await promisify(execFile)(file('run'), argv, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Told;
}

const netemOf = ({ qdiscs }: Measured) => qdiscs.find(({ kind }) => kind === 'netem')!;

describe("a lab with delay, jitter and loss on Debian's kernel", () => {
  let told: Told;
  beforeAll(async () => {
    told = await inGuest('impaired-lab.mjs');
  });

  it('gets all it asked for, and is gone afterwards', () => {
    expect(told.degraded).toEqual([]);
    expect(told.destroy.code).toBe(0);
  });

  it('passes both verdicts', () => {
    const verdicts = (JSON.parse(told.recreate.stdout) as { verdicts: Verdict[] }).verdicts;
    expect(verdicts.map(({ kind, status, reason }) => [kind, status, reason])).toEqual([
      ['single-subflow', 'pass', expect.any(String)],
      ['multi-subflow', 'pass', expect.any(String)],
    ]);
    expect(told.recreate.code).toBe(0);
  });

  it('delays each way by 50 ms and 20 more or less', () => {
    const [delayMs, jitterMs] = [50, 20];
    const least = Math.min(...told.far.roundTripsMs);
    expect(least).toBeGreaterThanOrEqual(2 * (delayMs - jitterMs));
    // Without jitter no answer could come before this.
    expect(least).toBeLessThan(2 * delayMs);
    expect(netemOf(told.far).options).toMatchObject({ delay: { delay: 0.05, jitter: 0.02 } });
    expect(told.far.roundTripsMs).toHaveLength(told.far.pings);
  });

  it('loses 5 percent each way', () => {
    const { pings, roundTripsMs } = told.lossy;
    const lost = (pings - roundTripsMs.length) / pings;
    // 9.75 percent of the round trips: five standard deviations either way.
    expect(lost).toBeGreaterThan(0.02);
    expect(lost).toBeLessThan(0.18);
    const { options, drops } = netemOf(told.lossy);
    expect(options).toMatchObject({ 'loss-random': { loss: 0.05 } });
    expect(drops).toBeGreaterThan(0);
    expect(Math.min(...roundTripsMs)).toBeGreaterThanOrEqual(10);
  });

  it('shapes behind the delay', () => {
    for (const { qdiscs } of [told.far, told.lossy]) {
      expect(qdiscs.map(({ kind }) => kind)).toEqual(['netem', 'tbf']);
    }
  });
});
