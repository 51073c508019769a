import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programOf } from '../../src/cli/program.js';
import { verbGroups } from '../../src/cli/verbs.js';
import { buildLab, type TopologyInput } from '../../src/index.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp('```' + language + '\\n([^]*?)```', 'g'))].map(
    ([, code]) => code!,
  );

describe('in the README', () => {
  it('the topology is planned, with two paths and no finding', () => {
    const [topology] = blocks('yaml');
    const { plan, findings } = buildLab(parse(topology!) as TopologyInput, { provider: 'netns' });
    expect(plan.experiments.map(({ kind, paths }) => `${kind} ${paths.length}`)).toEqual([
      'single-subflow 2',
      'multi-subflow 2',
    ]);
    expect(findings).toEqual([]);
  });

  const commands = [...readme.matchAll(/^npx subflow ([^#|\n]+)/gm)].map(([, line]) =>
    line!.trim(),
  );

  it.each(commands)('`subflow %s` is a command', async (command) => {
    const called: string[] = [];
    const program = programOf(verbGroups, '0', ({ name }) => {
      called.push(name);
      return Promise.resolve();
    });
    await program.parseAsync(command.split(/\s+/), { from: 'user' });
    expect(called).toEqual([command.split(' ')[0]]);
  });

  it('the commands of the repository are scripts of package.json', () => {
    const { scripts } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
