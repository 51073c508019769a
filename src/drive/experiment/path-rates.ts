// eslint-disable-next-line no-restricted-imports -- samples are taken by the clock, not on a condition
import { setTimeout as sleep } from 'node:timers/promises';
import type { PathRate } from '../../model/event.js';
import type { ExperimentPath } from '../../model/plan.js';
import { readInterfaceBytes, type ByteCount } from './interface-bytes.js';
import type { Run } from './run.js';

/** What the client's interfaces had sent and received at a time. */
export interface Sample {
  readonly atMs: number;
  readonly counts: readonly ByteCount[];
}

const intervalMs = 1000;

/** Tells about once a second how fast every path's interface is, while something is done. */
export async function whileTellingRates<T>(run: Run, action: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const telling = tellRates(run, AbortSignal.any([run.context.signal, done.signal]));
  try {
    return await action();
  } finally {
    done.abort();
    await telling;
  }
}

/** Never rejects: no run is lost because a sample could not be taken. */
async function tellRates(run: Run, signal: AbortSignal): Promise<void> {
  const { name, paths } = run.experiment;
  try {
    for (let before = await takeSample(run, signal); ;) {
      await sleep(intervalMs, undefined, { signal });
      const after = await takeSample(run, signal);
      const rates = ratesBetween(before, after, paths);
      run.context.emit({ type: 'path-rates', experiment: name, rates });
      before = after;
    }
  } catch {
    return;
  }
}

async function takeSample({ lab, experiment }: Run, signal: AbortSignal): Promise<Sample> {
  const counts = await readInterfaceBytes(lab.node(experiment.client), signal);
  return { atMs: performance.now(), counts };
}

/** A path whose interface is in only one of the samples is left out. */
export function ratesBetween(
  before: Sample,
  after: Sample,
  paths: readonly ExperimentPath[],
): PathRate[] {
  const elapsedMs = after.atMs - before.atMs;
  return paths.flatMap(({ device, rateMbit }) => {
    const [earlier, later] = [before, after].map(({ counts }) =>
      counts.find((count) => count.device === device),
    );
    if (earlier === undefined || later === undefined) return [];
    const mbit = (bytes: number) => (bytes * 8) / (elapsedMs * 1000);
    return {
      device,
      txMbit: mbit(later.txBytes - earlier.txBytes),
      rxMbit: mbit(later.rxBytes - earlier.rxBytes),
      shapedMbit: rateMbit,
    };
  });
}
