import { labFor, type Lab } from './lab.js';
import { lazy } from './lint/lazy.js';
import { lintLab } from './lint/lint-lab.js';
import type { Finding } from './model/finding.js';
import type { TopologyInput } from './model/generated/topology.js';
import type { Artifact, ProviderName, Render } from './model/provider.js';
import { defaultProvider } from './providers.js';
import { labFiles } from './render/lab-files.js';
import { renderNetns } from './render/netns.js';
import { renderVirtualbox } from './render/virtualbox.js';

export interface BuildOptions {
  /** Who brings the lab up. Default: virtualbox. */
  readonly provider?: ProviderName;
}

/** A lab, its generated files and what the linter has to say of it; both are made when first asked for. */
export interface BuiltLab extends Lab {
  readonly artifacts: readonly Artifact[];
  /** Most severe first. Findings are never thrown: `up` refuses errors. */
  readonly findings: readonly Finding[];
}

/** All of them, loaded beforehand: `buildLab()` waits for nothing. */
const renderers: Readonly<Record<ProviderName, Render>> = {
  netns: renderNetns,
  virtualbox: renderVirtualbox,
};

/**
 * Plans a lab: parses the topology and decides what it leaves open. Synchronous and
 * pure, its files and findings too: the host is looked at by the verbs only.
 *
 * @throws LabError `topology-invalid`, `plan-impossible`, with every problem found
 * @example
 * await using lab = await buildLab(mptcpLab(), { provider: 'netns' }).up();
 * await lab.node('client').exec(['ping', '-c1', 'server']);
 */
export function buildLab(topology: TopologyInput, options: BuildOptions = {}): BuiltLab {
  const lab = labFor(topology, options.provider ?? defaultProvider);
  const artifacts = lazy(() => [...labFiles(lab.plan), ...renderers[lab.plan.provider](lab.plan)]);
  const findings = lazy(() => lintLab(topology, lab.plan));
  return {
    ...lab,
    get artifacts() {
      return artifacts();
    },
    get findings() {
      return findings();
    },
  };
}
