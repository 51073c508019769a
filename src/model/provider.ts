import type { Plan } from './plan.js';

/** Names a provider. */
export type ProviderName = 'netns' | 'virtualbox';

/** What a provider can express; the planner refuses what goes beyond it. */
export interface Limits {
  readonly provider: ProviderName;
  /** Most lab NICs a node can have. */
  readonly interfacesPerNode: number;
  /** Nodes are clones of golden images, with kernels of their own. Default: they share the host's. */
  readonly images?: true;
}

/** A generated file. */
export interface Artifact {
  /** POSIX path relative to the lab's directory. */
  readonly path: string;
  /** UTF-8 text, or bytes where the format is binary. */
  readonly content: string | Uint8Array;
}

/** Plan to files; pure. The same plan gives the same bytes. */
export type Render = (plan: Plan) => readonly Artifact[];
