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
  const acting = action().finally(() => done.abort());
  await Promise.allSettled([acting, telling]);
  const [result] = await Promise.all([acting, telling]);
  return result;
}

async function tellRates(run: Run, signal: AbortSignal): Promise<void> {
  const { name, paths } = run.experiment;
  let before: Sample | null = null;
  for await (const after of samples(run, signal)) {
    const rates = before && ratesBetween(before, after, paths);
    if (rates) run.context.emit({ type: 'path-rates', experiment: name, rates });
    before = after;
  }
}

/** Ends where one cannot be taken: no run is lost for it. */
async function* samples(run: Run, signal: AbortSignal): AsyncGenerator<Sample> {
  try {
    for (;;) {
      yield await takeSample(run, signal);
      await sleep(intervalMs, undefined, { signal });
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
