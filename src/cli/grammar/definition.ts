import type { Verb } from '../call.js';

/** An option as commander writes it, and its meaning. */
interface OptionDefinition {
  readonly flags: string;
  readonly meaning: string;
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  readonly required?: true;
}

/** A verb as `--help` shows it; its code is loaded when it is called. */
export interface VerbDefinition {
  readonly name: string;
  /** As commander writes them. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly options: readonly OptionDefinition[];
  readonly example: string;
  readonly load: () => Promise<Verb>;
}
