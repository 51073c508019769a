import { CommanderError } from 'commander';
import type { Call, Outcome } from './call.js';
import { exitCodes } from './exit-code.js';
import { failureOf } from './failure.js';
import type { VerbDefinition } from './grammar/definition.js';
import { trapInterrupts, type Interruption } from './interrupts.js';
import { programOf } from './program.js';
import { progressOn } from './progress.js';
import { printable, type Terminal } from './terminal.js';
import { verbGroups } from './verbs.js';

/** Runs a command line to its exit code. Nothing it comes to leaves it as an exception. */
export async function run(
  argv: readonly string[],
  version: string,
  terminal: Terminal,
): Promise<number> {
  const interrupts = trapInterrupts();
  const emit = progressOn(terminal);
  let exitCode: number = exitCodes.ok;
  const program = programOf(verbGroups, version, async (verb, args, options) => {
    const { signal, leaveSigintTo } = interrupts;
    const call = { args, options, terminal, signal, leaveSigintTo, emit };
    exitCode = await perform(verb, call);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    return fail(error, interrupts.received(), { terminal, isJson: asksForJson(argv) });
  }
}

async function perform(definition: VerbDefinition, call: Call): Promise<number> {
  const verb = await definition.load();
  const outcome = await verb(call);
  print(outcome, call);
  return outcome.exitCode;
}

function print({ text, document }: Outcome, { options, terminal }: Call): void {
  terminal.live('');
  if (!options.json) terminal.out(text ?? '');
  else if (document !== undefined) terminal.json(document);
}

function fail(
  error: unknown,
  interruption: Interruption | null,
  { terminal, isJson }: { readonly terminal: Terminal; readonly isJson: boolean },
): number {
  const { exitCode, code, problems, text } = failureOf(error, interruption);
  if (text) {
    terminal.note(`${terminal.paint('red', 'error:', 'stderr')} ${printable(text)}`);
  }
  if (isJson) terminal.json({ error: { code, problems } });
  return exitCode;
}

/** Known even where the command line does not parse. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).includes('--json');
}
