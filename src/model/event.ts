import type { Verdict } from './verdict.js';

/** What the library tells while it works; the command line draws it. */
export type LabEvent =
  | { readonly type: 'step'; readonly step: string; readonly detail: string }
  | {
      readonly type: 'warning';
      readonly code: string;
      readonly message: string;
      readonly next: string;
    }
  | { readonly type: 'experiment-started'; readonly experiment: string; readonly seconds: number }
  | {
      readonly type: 'path-rates';
      readonly experiment: string;
      /** In the plan's order. */
      readonly rates: readonly PathRate[];
    }
  | { readonly type: 'verdict'; readonly verdict: Verdict };

/** How fast a path's interface on the client has been since the sample before, headers included. */
export interface PathRate {
  readonly device: string;
  readonly txMbit: number;
  readonly rxMbit: number;
  /** What the plan shapes the path to, or null. */
  readonly shapedMbit: number | null;
}

/** Takes events; must not throw. */
export type Emit = (event: LabEvent) => void;
