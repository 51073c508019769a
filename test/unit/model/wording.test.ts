import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/model/nearest.js';
import { pointer, resolvePointer } from '../../../src/model/pointer.js';
import { show } from '../../../src/model/show.js';

describe('the name that was meant', () => {
  it('is the nearest one, whatever its case', () => {
    expect(nearest('rateMbits', ['rateMbit', 'burstBytes'])).toBe('rateMbit');
    expect(nearest('PATHA', ['pathB', 'pathA'])).toBe('pathA');
  });

  it('is nobody where all are far', () => {
    expect(nearest('colour', ['name', 'segments', 'nodes'])).toBeNull();
    expect(nearest('a', ['b'])).toBeNull();
    expect(nearest('x'.repeat(100_000), ['x'])).toBeNull();
  });
});

describe('a value in a message', () => {
  it('is quoted, whole when short and cut when long', () => {
    expect(show('a"b\n')).toBe('"a\\"b\\n"');
    expect(show('x'.repeat(62))).toBe(`"${'x'.repeat(60)}" and 2 characters more`);
  });

  it('is told by its kind when it is no text', () => {
    const values = [5, null, undefined, true, [1, 2], {}, 10n, Symbol('s'), () => 0];
    expect(values.map(show)).toEqual([
      '5',
      'null',
      'undefined',
      'true',
      'a list of 2',
      'an object',
      '10',
      'Symbol(s)',
      'a function',
    ]);
  });
});

describe('a JSON pointer', () => {
  it('escapes what would end a key', () => {
    expect(pointer('nodes', 'a/b~c', 0)).toBe('/nodes/a~1b~0c/0');
    expect(resolvePointer({ nodes: { 'a/b~c': ['found'] } }, '/nodes/a~1b~0c/0')).toBe('found');
  });

  it('follows own properties only', () => {
    expect(resolvePointer({}, '/constructor')).toBeUndefined();
    expect(resolvePointer(null, '/a')).toBeUndefined();
  });
});
