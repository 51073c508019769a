import type { LintContext } from './context.js';
import type { Flow } from './flows.js';

/** Joins whose packets leave the client by another device than their path's. */
export function strayFlows({ flows }: LintContext): Flow[] {
  return flows.filter(({ initial, there, path }) => {
    const by = there.steps[0]?.device;
    return !initial && by !== undefined && by !== path.device;
  });
}
