import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import type { LabHandle } from '../../src/drive/driver.js';
import type {
  ExperimentInput,
  NodeInput,
  TopologyInput,
} from '../../src/model/generated/topology.js';
import type { RungId, Verdict, VerdictStatus } from '../../src/model/verdict.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';

type Nodes = Readonly<Record<string, Partial<NodeInput>>>;

/** The original with a short multi-subflow experiment and what is broken on purpose laid over its nodes. */
export function brokenLab(broken: Nodes, experiment: Partial<ExperimentInput> = {}): TopologyInput {
  const original = mptcpLab();
  const nodes = Object.entries(original.nodes).map(
    ([name, node]) => [name, { ...node, ...broken[name] }] as const,
  );
  return {
    ...original,
    nodes: Object.fromEntries(nodes),
    experiments: [
      { kind: 'multi-subflow', client: 'client', server: 'server', seconds: 2, ...experiment },
    ],
  };
}

/** Path of a program for a lab's nodes. */
export const program = (name: string) =>
  fileURLToPath(new URL(`../e2e/programs/${name}`, import.meta.url));

export const asItIs = () => Promise.resolve();

/** Brings a lab up with the mistakes the linter finds in it, breaks it further by hand, and judges its one experiment. */
export async function verdictOf(
  topology: TopologyInput,
  breakIt: (lab: LabHandle) => Promise<unknown> = asItIs,
  mistakes: readonly string[] = [],
): Promise<Verdict> {
  const dir = await mkdtemp(join(tmpdir(), 'subflow-negative-'));
  const lab = buildLab(topology, { provider: 'netns' });
  expect(lab.findings.map(({ rule }) => rule)).toEqual(mistakes);
  try {
    await breakIt(await lab.up({ dir, allow: mistakes }));
    const [verdict] = await lab.verify({ dir });
    return verdict!;
  } finally {
    await lab.destroy({ dir });
    await rm(dir, { recursive: true, force: true });
  }
}

export const statusOf = ({ rungs }: Verdict) =>
  Object.fromEntries(rungs.map(({ id, status }) => [id, status])) as Record<RungId, VerdictStatus>;

/** The causes named, most likely first, with how certain each is. */
export const causesOf = ({ diagnosis }: Verdict) =>
  diagnosis.map(({ id, certainty }) => `${certainty} ${id}`);

/** Rules of nft(8) on what the router forwards. */
export const onRouter =
  (...rules: readonly string[]) =>
  (lab: LabHandle) =>
    lab.node('router').exec(['nft', '-f', '-'], {
      input: `table inet broken {
        chain forward { type filter hook forward priority 0; policy accept; ${rules.join('; ')}; }
      }`,
    });
