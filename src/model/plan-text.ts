import type { Plan } from './plan.js';

/** The text of lab.json: the plan, byte for byte the same whenever it is the same plan. */
export function planText(plan: Plan): string {
  return JSON.stringify(plan, null, 2) + '\n';
}
