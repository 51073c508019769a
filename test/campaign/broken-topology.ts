import { buildLab, LabError, type BuiltLab } from 'subflow';
import { namespaces } from './namespaces.js';
import { correctTopology } from './correct-topology.js';
import { dice } from './dice.js';
import { linkMutations } from './link-mutations.js';
import type { Mutation } from './mutation.js';
import { mptcpMutations } from './mptcp-mutations.js';
import { routingMutations } from './routing-mutations.js';
import { spellOut } from './spell-out.js';

const mutations: Readonly<Record<string, Mutation>> = {
  ...routingMutations,
  ...mptcpMutations,
  ...linkMutations,
};

export interface BrokenLab {
  readonly lab: BuiltLab;
  readonly mutation: string;
  /** What was changed, in words. */
  readonly change: string;
}

export function correctLab(seed: number, index: number): BuiltLab {
  return buildLab(correctTopology(dice(seed, index)), namespaces);
}

/** The correct lab of the same seed and index, written down whole, with one random mistake made in it. */
export function brokenLab(seed: number, index: number): BrokenLab {
  const chosen = dice(seed, -1 - index);
  const correct = correctTopology(dice(seed, index));
  const { plan } = buildLab(correct, namespaces);
  for (;;) {
    const [mutation, mutate] = chosen.pick(Object.entries(mutations));
    const topology = spellOut(correct, plan);
    const change = mutate({ topology, plan, dice: chosen });
    const lab = change === null ? null : planned(topology);
    if (change !== null && lab !== null) return { lab, mutation, change };
  }
}

/** Null where the planner refuses the mistake, so that it cannot reach a boot. */
function planned(topology: Parameters<typeof buildLab>[0]): BuiltLab | null {
  try {
    return buildLab(topology, namespaces);
  } catch (error) {
    if (error instanceof LabError) return null;
    throw error;
  }
}
