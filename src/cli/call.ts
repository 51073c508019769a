import type { Emit } from '../model/event.js';
import type { ProviderName } from '../model/provider.js';
import type { Interrupts } from './interrupts.js';
import type { Terminal } from './terminal.js';

/** Every option there is; each verb takes some of them. */
export interface Options {
  readonly json?: boolean;
  readonly dir?: string;
  readonly out?: string;
  readonly provider?: ProviderName;
  readonly check?: boolean;
  readonly allow?: readonly string[];
  readonly fix?: boolean;
  readonly sarif?: boolean;
  readonly experiment?: readonly string[];
  readonly expect?: string;
  readonly write?: string;
  readonly remove?: boolean;
  readonly image?: boolean;
  /** Of `graph` or of `report`; each allows its own. */
  readonly format?: string;
  readonly svg?: boolean;
  readonly lang?: string;
  readonly open?: boolean;
}

/** One invocation of a verb. */
export interface Call {
  readonly args: readonly string[];
  readonly options: Options;
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly leaveSigintTo: Interrupts['leaveSigintTo'];
  readonly emit: Emit;
}

/** What a verb came to; `run` prints it. */
export interface Outcome {
  readonly exitCode: number;
  /** For people. Default: nothing, the verb's output went straight through. */
  readonly text?: string;
  /** For programs (`--json`). */
  readonly document?: unknown;
}

export type Verb = (call: Call) => Promise<Outcome>;
