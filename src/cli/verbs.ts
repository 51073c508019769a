import type { VerbDefinition } from './grammar/definition.js';
import { describingVerbs } from './grammar/describing.js';
import { hostVerbs } from './grammar/host.js';
import { provingVerbs } from './grammar/proving.js';
import { runningVerbs } from './grammar/running.js';

/** Verbs under the heading that `--help` has for them. */
export interface VerbGroup {
  readonly heading: string;
  readonly verbs: readonly VerbDefinition[];
}

/** Every verb, in the order of `--help`. */
export const verbGroups: readonly VerbGroup[] = [
  { heading: 'Describe a lab:', verbs: describingVerbs },
  { heading: 'Run it:', verbs: runningVerbs },
  { heading: 'See what it does:', verbs: provingVerbs },
  { heading: 'Look after this host:', verbs: hostVerbs },
];
