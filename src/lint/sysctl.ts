import type { PlannedNode } from '../model/plan.js';

/** The value the plan gives a kernel parameter, or undefined where it leaves the kernel's own. */
export function sysctlOf({ sysctls }: PlannedNode, key: string): string | undefined {
  return sysctls.findLast((sysctl) => sysctl.key === key)?.value;
}

/** The same as a number; the kernel's default where the plan says nothing. */
export function sysctlNumber(node: PlannedNode, key: string, kernelDefault: number): number {
  const value = sysctlOf(node, key);
  return value === undefined ? kernelDefault : Number(value);
}
