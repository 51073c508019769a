import { hostFacts, type HostFacts } from '../../drive/host-facts.js';
import { formatProblem, type Problem } from '../../errors.js';
import type { ProviderName } from '../../model/provider.js';
import { providerNamed, providerNames } from '../../providers.js';
import type { Call, Outcome } from '../call.js';
import { exitCodes } from '../exit-code.js';
import type { Terminal } from '../terminal.js';

interface Diagnosis {
  readonly provider: ProviderName;
  readonly problems: readonly Problem[];
}

/** Tells which providers this host can run, and what stands in the way of the others. */
export async function doctor({ signal, emit, terminal }: Call): Promise<Outcome> {
  const providers: Diagnosis[] = [];
  for (const provider of providerNames) {
    const driver = await providerNamed(provider).driver();
    providers.push({ provider, problems: await driver.probe(null, { signal, emit }) });
  }
  const facts = await hostFacts(signal);
  const canRun = providers.some(({ problems }) => problems.length === 0);
  const text = [...providers.map((it) => showDiagnosis(it, terminal)), '', ...showFacts(facts)];
  return {
    exitCode: canRun ? exitCodes.ok : exitCodes.broken,
    text: text.join('\n') + '\n',
    document: { providers, facts },
  };
}

function showDiagnosis({ provider, problems }: Diagnosis, terminal: Terminal): string {
  if (problems.length === 0) return `${provider}: ${terminal.paint('green', 'can run here')}`;
  const verdict = terminal.paint('red', 'cannot run here');
  return [`${provider}: ${verdict}`, ...problems.map(formatProblem)].join('\n');
}

function showFacts(facts: HostFacts): string[] {
  const width = Math.max(...Object.keys(facts).map((name) => name.length));
  return Object.entries(facts).map(([name, fact]) => `${name.padEnd(width)}  ${fact}`);
}
