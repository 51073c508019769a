import type { Plan } from '../model/plan.js';
import { planText } from '../model/plan-text.js';
import { sha256 } from '../model/sha256.js';

/** SHA-256 in hex of the plan's lab.json: what a running lab was made from. */
export function planDigest(plan: Plan): string {
  return sha256(planText(plan));
}
