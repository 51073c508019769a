import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openTopologyFile } from '../../../src/drive/topology-file.js';
import type { Change } from '../../../src/model/finding.js';
import { tempDir } from '../../helpers/temp-dir.js';

async function changed(name: string, text: string, ...changes: Change[]): Promise<string> {
  const file = join(await tempDir(), name);
  await writeFile(file, text);
  await (await openTopologyFile(file))?.change(changes);
  return readFile(file, 'utf8');
}

describe('a change of a topology file', () => {
  const list = 'list:\n  - one # the first\n  - two # the second\n';

  it.each<[string | number, unknown]>([
    [0, ['new', 'one', 'two']],
    [1, ['one', 'new', 'two']],
    [2, ['one', 'two', 'new']],
    ['-', ['one', 'two', 'new']],
  ])('adds to a list at %s and takes nobody’s place (RFC 6902)', async (index, expected) => {
    const change: Change = { op: 'add', path: `/list/${index}`, value: 'new' };
    expect(parse(await changed('lab.yaml', list, change))).toEqual({ list: expected });
    const json = JSON.stringify({ list: ['one', 'two'] });
    expect(JSON.parse(await changed('lab.json', json, change))).toEqual({ list: expected });
  });

  it('adds two things at one place, one after the other', async () => {
    const adding = (value: string): Change => ({ op: 'add', path: '/list/2', value });
    const text = await changed('lab.yaml', list, adding('three'), adding('four'));
    expect(parse(text)).toEqual({ list: ['one', 'two', 'four', 'three'] });
  });

  it('replaces in a list, and adds to a map, over what is there', async () => {
    const text = await changed(
      'lab.yaml',
      'a: 1\nlist: [x, y]\n',
      { op: 'replace', path: '/list/0', value: 'z' },
      { op: 'add', path: '/a', value: 2 },
    );
    expect(parse(text)).toEqual({ a: 2, list: ['z', 'y'] });
  });

  it('keeps comments, empty lines and order', async () => {
    const text = '# of the lab\n\nb: 1 # of b\n\n# of a\na:\n  - 1\n';
    const change: Change = { op: 'replace', path: '/b', value: 2 };
    expect(await changed('lab.yaml', text, change)).toBe(text.replace('b: 1', 'b: 2'));
  });

  it('keeps the comment of a value that becomes a list', async () => {
    const change: Change = { op: 'replace', path: '/flags', value: ['subflow'] };
    const text = await changed('lab.yaml', 'flags: [] # none yet\nb: 1\n', change);
    expect(text).toContain('# none yet');
    expect(parse(text)).toEqual({ flags: ['subflow'], b: 1 });
  });

  it('finds keys with slashes and tildes', async () => {
    const change: Change = { op: 'remove', path: '/lint/mptcp~1a~0b' };
    expect(parse(await changed('lab.yaml', 'lint: { mptcp/a~b: 1, c: 2 }\n', change))).toEqual({
      lint: { c: 2 },
    });
  });
});
