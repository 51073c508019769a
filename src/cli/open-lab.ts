import { join } from 'node:path';
import type { Lab } from '../lab.js';
import { labFor, labOf } from '../lab.js';
import type { TopologyInput } from '../model/generated/topology.js';
import type { Plan } from '../model/plan.js';
import { mptcpLab } from '../presets/mptcp-lab.js';
import type { Options } from './call.js';
import { firstThatPlans, type Choose } from './choose-provider.js';
import { UsageError } from './usage-error.js';

/**
 * The lab a verb is about: of the topology file; without one, of the directory `--dir` names, if a lab
 * was generated there; else the original experiment. A topology is planned for the provider `--provider`
 * names; without it, as `choose` has it.
 */
export async function openLab(
  file: string | undefined,
  options: Options,
  choose: Choose = firstThatPlans,
): Promise<Lab> {
  const { provider, dir } = options;
  const plan: Choose = provider === undefined ? choose : (it) => labFor(it, provider);
  if (file !== undefined) return labOfFile(file, provider, plan);
  if (dir !== undefined) {
    const { hasPlan, loadPlan } = await import('../drive/load-plan.js');
    if (await hasPlan(dir)) return planned(await loadPlan(dir), dir, provider);
  }
  return plan(mptcpLab());
}

async function labOfFile(file: string, provider: Options['provider'], plan: Choose): Promise<Lab> {
  const { loadTopology } = await import('../drive/load-topology.js');
  const value = await loadTopology(file);
  if (isLab(value)) return planned(value.plan, file, provider);
  // Whatever it is: the parser takes it apart and says what is wrong.
  return plan(value as TopologyInput);
}

function isLab(value: unknown): value is { readonly plan: Plan } {
  return typeof value === 'object' && value !== null && 'plan' in value && 'artifacts' in value;
}

/** A plan was made for its provider: another one has other limits. */
function planned(plan: Plan, where: string, provider: Options['provider']): Lab {
  if (provider === undefined || provider === plan.provider) return labOf(plan);
  throw new UsageError({
    where: `--provider ${provider}`,
    message: `${where} holds a lab that is planned for ${plan.provider} already`,
    next: 'Leave --provider out, or name a file that holds the topology.',
  });
}

/** Where a lab lives unless told otherwise. */
export function defaultDir(lab: Lab): string {
  return join('.subflow', lab.plan.name);
}
