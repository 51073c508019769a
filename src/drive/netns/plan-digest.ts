import { createHash } from 'node:crypto';
import type { Plan } from '../../model/plan.js';
import { planText } from '../../model/plan-text.js';

/** SHA-256 in hex of the plan's lab.json: what a running lab was made from. */
export function planDigest(plan: Plan): string {
  return createHash('sha256').update(planText(plan)).digest('hex');
}
