import { Command, Option } from 'commander';
import type { Options } from './call.js';
import type { VerbDefinition } from './grammar/definition.js';
import type { VerbGroup } from './verbs.js';

/** Called with the verb that the command line names, and its arguments. */
export type Invoke = (
  verb: VerbDefinition,
  args: readonly string[],
  options: Options,
) => Promise<void>;

const exitCodeHelp = `
Exit codes: 0 done; 1 a verdict failed, generate --check found drift, lint an error, or grade a wrong mark;
2 bad input or usage; 3 the lab or the host failed; 4 inconclusive; 130, 143 interrupted.
exec and shell pass on their program's own.`;

/** The command line's grammar. Throws CommanderError instead of exiting. */
export function programOf(groups: readonly VerbGroup[], version: string, invoke: Invoke): Command {
  const program = new Command('subflow')
    .description('Multipath network labs as code.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', exitCodeHelp);
  for (const { heading, verbs } of groups) {
    program.commandsGroup(heading);
    for (const verb of verbs) addVerb(program, verb, invoke);
  }
  program.helpCommand('help [verb]', "print a verb's help");
  return program;
}

function addVerb(program: Command, verb: VerbDefinition, invoke: Invoke): void {
  const command = program
    .command(verb.name)
    .summary(verb.summary)
    .description(`${verb.summary[0]?.toUpperCase() ?? ''}${verb.summary.slice(1)}.`)
    .addHelpText('after', `\nExample:\n  $ ${verb.example}\n${exitCodeHelp}`);
  for (const [name, meaning] of Object.entries(verb.arguments)) command.argument(name, meaning);
  for (const option of verb.options) command.addOption(optionOf(option));
  command.action(() => invoke(verb, command.args, command.opts<Options>()));
}

function optionOf(definition: VerbDefinition['options'][number]): Option {
  const option = new Option(definition.flags, definition.meaning);
  if (definition.choices) option.choices(definition.choices);
  if (definition.required) option.makeOptionMandatory();
  if (definition.repeatable) {
    option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
  }
  return option;
}
