import { hostFacts } from '../../drive/host-facts.js';
import { blocking, type Examination, type HostFinding } from '../../drive/host-finding.js';
import { formatProblem, LabError, type Problem } from '../../errors.js';
import type { Plan } from '../../model/plan.js';
import type { ProviderName } from '../../model/provider.js';
import { providerNamed, providerNames } from '../../providers.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import { openLab } from '../open-lab.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

interface Diagnosis extends Examination {
  readonly provider: ProviderName;
  readonly canRun: boolean;
}

/** Tells which providers can run a lab on this host, and what stands in the way of the others. */
export async function doctor(call: Call): Promise<Outcome> {
  const asked = call.options.provider;
  const providers: Diagnosis[] = [];
  for (const name of asked === undefined ? providerNames : [asked]) {
    call.emit({ type: 'step', step: 'doctor', detail: name });
    providers.push(await diagnose(name, call));
  }
  const facts = await hostFacts(call.signal);
  const text = [
    ...providers.map((diagnosis) => showDiagnosis(diagnosis, call.terminal)),
    ...showFacts([facts, ...providers.map((it) => it.facts)]),
  ];
  return {
    exitCode: providers.some(({ canRun }) => canRun) ? exitCodes.ok : exitCodes.broken,
    text: text.join('\n') + '\n',
    document: { providers, facts },
  };
}

async function diagnose(provider: ProviderName, call: Call): Promise<Diagnosis> {
  const { plan, problems } = await planFor(provider, call);
  const driver = await providerNamed(provider).driver();
  const { findings, facts } = await driver.examine(plan, call);
  const all = [...problems.map(unplannable), ...findings];
  return { provider, canRun: blocking(all).length === 0, findings: all, facts };
}

/** The lab in question as this provider would have it; it may be beyond one and not the others. */
async function planFor(
  provider: ProviderName,
  { args, options }: Call,
): Promise<{ plan: Plan | null; problems: readonly Problem[] }> {
  try {
    const { plan } = await openLab(args[0], { ...options, provider });
    return { plan, problems: [] };
  } catch (error) {
    if (error instanceof UsageError) return { plan: null, problems: [error.problem] };
    if (error instanceof LabError && error.code === 'plan-impossible')
      return { plan: null, problems: error.problems };
    throw error;
  }
}

function unplannable(problem: Problem): HostFinding {
  return { id: 'plan-impossible', severity: 'blocks', ...problem };
}

function showDiagnosis({ provider, canRun, findings }: Diagnosis, terminal: Terminal): string {
  const verdict = canRun
    ? terminal.paint('green', 'can run here')
    : terminal.paint('red', 'cannot run here');
  const lines = findings.map((finding) => showFinding(finding, terminal));
  return [`${provider}: ${verdict}`, ...lines, ''].join('\n');
}

function showFinding(finding: HostFinding, terminal: Terminal): string {
  const word =
    finding.severity === 'blocks'
      ? terminal.paint('red', 'blocks')
      : terminal.paint('yellow', 'warns');
  return `${word} ${finding.id}: ${formatProblem(finding)}`;
}

function showFacts(facts: readonly Examination['facts'][]): string[] {
  const lines = facts.flatMap((those) => Object.entries(those));
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, fact]) => `${name.padEnd(width)}  ${fact}`);
}
