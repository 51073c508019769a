import type { Impairment } from '../model/generated/topology.js';
import type { Shaper } from '../model/plan.js';

const defaultQueueMs = 50;
const leastBurstBytes = 16_384;
/** 4 ms of 1 Mbit/s: tbf passes the rate only if its bucket outlasts a timer tick. */
const burstBytesPerMbit = 500;

/** What an interface's egress does: its own impairment over its segment's, or null for nothing. */
export function planShaper(impairment: Impairment): Shaper | null {
  const rate = planRate(impairment);
  const netem = planNetem(impairment);
  return rate === null && netem === null ? null : { rate, netem };
}

function planRate({ rateMbit, burstBytes, queueMs }: Impairment): Shaper['rate'] {
  if (rateMbit === undefined) return null;
  return {
    rateMbit,
    burstBytes: burstBytes ?? Math.max(leastBurstBytes, Math.ceil(rateMbit * burstBytesPerMbit)),
    queueMs: queueMs ?? defaultQueueMs,
  };
}

/** Zeros ask for nothing, and not every kernel has netem. */
function planNetem({ delayMs = 0, jitterMs = 0, lossPercent = 0 }: Impairment): Shaper['netem'] {
  return delayMs === 0 && lossPercent === 0 ? null : { delayMs, jitterMs, lossPercent };
}
