import type { Plan, PlannedInterface, PlannedNode } from '../../src/model/plan.js';

/** A node of a plan by name. */
export function nodeOf(plan: Plan, name: string): PlannedNode {
  const node = plan.nodes.find((candidate) => candidate.name === name);
  if (node === undefined) throw new Error(`the plan has no node ${name}`);
  return node;
}

/** An interface of a plan by node and device. */
export function interfaceOf(plan: Plan, name: string, device: string): PlannedInterface {
  const nic = nodeOf(plan, name).interfaces.find((candidate) => candidate.device === device);
  if (nic === undefined) throw new Error(`${name} has no ${device}`);
  return nic;
}
