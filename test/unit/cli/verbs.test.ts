import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../../src/cli/program.js';
import { verbGroups } from '../../../src/cli/verbs.js';

const verbs = verbGroups.flatMap((group) => group.verbs);
const guide = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

/** What `subflow VERB --help` prints. */
function helpOf(verb: string): string {
  const printed: string[] = [];
  const program = programOf(verbGroups, '0', () => Promise.resolve());
  const command = program.commands.find((one) => one.name() === verb)!;
  command.configureOutput({ writeOut: (text) => printed.push(text) }).outputHelp();
  return printed.join('');
}

describe('the verbs', () => {
  it('have names of their own', () => {
    expect(new Set(verbs.map(({ name }) => name)).size).toBe(verbs.length);
  });

  it.each(verbs)('$name has help with an example and the exit codes', ({ name }) => {
    const help = helpOf(name);
    expect(help).toMatch(new RegExp(`^Usage: subflow ${name} `));
    expect(help).toContain(`\n  $ subflow ${name}`);
    expect(help).toContain('Exit codes: 0 done; 1 a verdict failed');
  });

  it.each(verbs)('$name is in docs/cli.md with every option but --json', ({ name, options }) => {
    const rows = guide
      .split('\n')
      .filter((line) => new RegExp('^\\|.*`' + name + '\\b.*\\|$').test(line));
    const spellings = options.map(({ flags }) => flags.replace(/ <.*/, '').split(', '));
    const untold = spellings.filter((ways) => !ways.some((flag) => rows.join().includes(flag)));
    expect(untold.flat().filter((flag) => flag !== '--json')).toEqual([]);
  });
});
