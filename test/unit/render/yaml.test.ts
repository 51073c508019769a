import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from '../../../src/render/yaml.js';

/** What YAML 1.1, 1.2 or PyYAML would read as a truth value, a number, a time or nothing. */
const misread = [
  ...['yes', 'No', 'on', 'OFF', 'y', 'N', 'true', '~', 'null', ''],
  ...['010', '0x1f', '0o7', '0b1', '1_000', '1:20', '12e3', '.5', '.inf', '08:00:27:11:22:33'],
  ...['2001-01-01', '=', '- x', '# x', 'a: b', '*a', '&a', '!a', '%a', '@a', '`a`'],
  ...[' lead', 'trail ', 'tab\t', 'it\'s "so"', '{a}', '[a]', '|', '>', '?', ':'],
];

describe('YAML', () => {
  it.each(['1.1', '1.2'] as const)('reads back as it was under YAML %s', (version) => {
    const value = { texts: misread, numbers: [0, 1500, 4294967295], truth: [true, false] };
    expect(parse(yamlText(value), { version })).toEqual(value);
  });

  it('quotes what cloud-init would not take for text', () => {
    expect(yamlText(['=', '1:20', 'yes'])).toBe('- "="\n- "1:20"\n- "yes"\n');
  });

  it('writes scripts as they are, long lines and all', () => {
    const script = `#!/bin/sh\necho ${'long '.repeat(40)}end\n`;
    expect(yamlText({ script })).toBe(
      `script: |\n  ${script.trimEnd().replaceAll('\n', '\n  ')}\n`,
    );
  });

  it('writes a value that occurs twice out twice', () => {
    const shared = { to: 'default' };
    expect(yamlText([shared, shared])).toBe('- to: default\n- to: default\n');
  });
});
