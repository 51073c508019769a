import type { PlannedNode, Shaper } from '../model/plan.js';
import { batchLine } from './batch-line.js';

export interface ShaperOptions {
  /** Whether the kernel has netem; without it delay, jitter and loss are left out. */
  readonly netem: boolean;
}

/** Lines for `tc -batch` that shape a node's egress, see tc-tbf(8) and tc-netem(8). */
export function shaperBatch(node: PlannedNode, { netem }: ShaperOptions): string[] {
  return node.interfaces.flatMap(({ device, shaper }) => {
    if (shaper === null) return [];
    const { rate } = shaper;
    const impairment = netem ? shaper.netem : null;
    const place = impairment === null ? ['root'] : ['parent', '1:1', 'handle', '10:'];
    return [
      ...(impairment === null
        ? []
        : [batchLine(...adding(device), 'root', 'handle', '1:', ...netemWords(impairment))]),
      ...(rate === null ? [] : [batchLine(...adding(device), ...place, ...tbfWords(rate))]),
    ];
  });
}

function adding(device: string): string[] {
  return ['qdisc', 'add', 'dev', device];
}

function tbfWords({ rateMbit, burstBytes, queueMs }: NonNullable<Shaper['rate']>) {
  return [
    'tbf',
    'rate',
    `${bitsPerSecond(rateMbit)}bit`,
    'burst',
    burstBytes,
    'latency',
    `${queueMs}ms`,
  ];
}

// tbf counts whole bytes per second and refuses zero.
function bitsPerSecond(rateMbit: number): number {
  return Math.max(8, Math.round(rateMbit * 1e6));
}

function netemWords({ delayMs, jitterMs, lossPercent }: NonNullable<Shaper['netem']>) {
  return [
    // Its default of 1000 packets would drop on long fat paths; only the rate's queue should.
    ...['netem', 'limit', 100_000],
    ...(delayMs > 0 || jitterMs > 0 ? ['delay', `${delayMs}ms`] : []),
    ...(jitterMs > 0 ? [`${jitterMs}ms`] : []),
    ...(lossPercent > 0 ? ['loss', 'random', `${lossPercent}%`] : []),
  ];
}
