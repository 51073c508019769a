import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { programOf } from '../../src/cli/program.js';
import { verbGroups } from '../../src/cli/verbs.js';
import { imageProfiles } from '../../src/images/profiles.js';
import { buildLab, type TopologyInput } from '../../src/index.js';

const images = readFileSync(new URL('../../docs/images.md', import.meta.url), 'utf8');
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

describe('profiles that were never booted', () => {
  it('are the unproved ones of the README', () => {
    const [, guests] = /^Guest systems for VMs: ([^]*?)\n\n/m.exec(readme)!;
    const [proved, unproved] = guests!.split('Unproved').map(profilesIn);
    const named = (state: boolean) =>
      imageProfiles.filter((profile) => profile.proved === state).map(({ name }) => name);
    expect(proved).toEqual(named(true));
    expect(unproved).toEqual(named(false));
  });

  it.each(imageProfiles)('are told from others in docs/images.md: $name', ({ name, proved }) => {
    const [, row] = new RegExp(`^\\| \`${name}\`.*\\| (.*?) +\\|$`, 'm').exec(images)!;
    expect(/^unproved|^historical; not known/.test(row!)).toBe(!proved);
  });
});

const profilesIn = (text: string) =>
  [...text.matchAll(/`((?:debian|ubuntu)-[\w.-]+)`/g)].map(([, name]) => name);
