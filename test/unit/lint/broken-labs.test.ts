import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules.js';
import { symptoms } from '../../helpers/symptoms.js';
import { brokenLabs, labOfRule, rulesSpeaking } from '../../helpers/broken-labs.js';

const root = new URL('../../../', import.meta.url);

describe.each(brokenLabs)('the labs of %s', (id) => {
  it('are found by this rule alone where broken', () => {
    expect(rulesSpeaking(labOfRule(id, 'broken'))).toEqual([id]);
  });

  it('are left in peace where mended', () => {
    expect(labOfRule(id, 'mended').findings).toEqual([]);
  });
});

describe.each(rules.map(({ id }) => id))('the page of %s', (id) => {
  it('is there, and is about it', () => {
    const page = new URL(`docs/rules/${id}.md`, root);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8')).toMatch(new RegExp(`^# ${id}\n`));
  });
});

describe('the pages of the rules', () => {
  it('show the topologies of examples/broken', () => {
    const script = fileURLToPath(new URL('scripts/rule-pages.mjs', root));
    execFileSync(process.execPath, [script, '--check']);
  });

  it('tell of every lab how it shows on the real kernel', () => {
    expect(Object.keys(symptoms).sort()).toEqual(brokenLabs);
  });

  it('are of rules there are', () => {
    expect(brokenLabs.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });
});
