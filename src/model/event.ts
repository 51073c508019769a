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
  | { readonly type: 'verdict'; readonly verdict: Verdict };

/** Takes events; must not throw. */
export type Emit = (event: LabEvent) => void;
