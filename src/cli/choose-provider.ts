import { LabError, type Problem } from '../errors.js';
import { labFor, type Lab } from '../lab.js';
import type { TopologyInput } from '../model/generated/topology.js';
import type { ProviderName } from '../model/provider.js';
import { defaultProvider, providerNamed, providerNames } from '../providers.js';
import type { Call } from './call.js';
import { printable } from './terminal.js';

/** Makes a lab of a topology where nobody says who is to bring it up. */
export type Choose = (topology: TopologyInput) => Promise<Lab> | Lab;

/** VirtualBox first: it is the real thing where it is there, and namespaces are everywhere on Linux. */
const byPreference = [defaultProvider, ...providerNames.filter((name) => name !== defaultProvider)];

interface Candidate {
  readonly provider: ProviderName;
  /** Null where the topology is beyond the provider. */
  readonly lab: Lab | null;
  /** What keeps the provider from bringing it up here. */
  readonly problems: readonly Problem[];
}

/** The first provider that can express the topology; no host is looked at. */
export function firstThatPlans(topology: TopologyInput): Lab {
  const candidates = byPreference.map((provider) => planned(topology, provider));
  return candidates.find(({ lab }) => lab !== null)?.lab ?? labFor(topology, defaultProvider);
}

/** Plans for the first provider that this host can run, and says which, and why. */
export function usableHere({ signal, emit, terminal }: Call): Choose {
  return async (topology) => {
    const probe: Probe = async ({ plan }) => {
      const driver = await providerNamed(plan.provider).driver();
      return driver.probe(plan, { signal, emit });
    };
    const { lab, reason } = await firstUsable(topology, probe);
    terminal.note(printable(reason));
    return lab;
  };
}

/** What keeps the lab's provider from bringing it up on this host. */
type Probe = (lab: Lab) => Promise<readonly Problem[]>;

/** @throws LabError `host-unfit`, `plan-impossible` with what keeps each provider from it */
export async function firstUsable(
  topology: TopologyInput,
  probe: Probe,
): Promise<{ lab: Lab; reason: string }> {
  const passedOver: Candidate[] = [];
  for (const provider of byPreference) {
    const candidate = planned(topology, provider);
    const { lab } = candidate;
    const problems = lab === null ? candidate.problems : await probe(lab);
    if (lab !== null && problems.length === 0) {
      return { lab, reason: reasonFor(provider, passedOver) };
    }
    passedOver.push({ ...candidate, problems });
  }
  throw noneOf(passedOver);
}

function planned(topology: TopologyInput, provider: ProviderName): Candidate {
  try {
    return { provider, lab: labFor(topology, provider), problems: [] };
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== 'plan-impossible') throw error;
    return { provider, lab: null, problems: error.problems };
  }
}

function reasonFor(provider: ProviderName, passedOver: readonly Candidate[]): string {
  if (passedOver.length === 0) return `provider: ${provider}, which this host can run`;
  const reasons = passedOver.map(({ provider: other, problems }) => {
    const said = problems.map(({ where, message }) => `${where}: ${message}`);
    return `${other} cannot bring the lab up here (${said.join('; ')})`;
  });
  return `provider: ${provider}, since ${reasons.join(', ')}`;
}

function noneOf(passedOver: readonly Candidate[]): LabError {
  const plannable = passedOver.filter(({ lab }) => lab !== null);
  const problems = (plannable.length > 0 ? plannable : passedOver).flatMap((it) =>
    it.problems.map((problem) => ({ ...problem, where: `${it.provider}: ${problem.where}` })),
  );
  return new LabError(plannable.length > 0 ? 'host-unfit' : 'plan-impossible', problems);
}
