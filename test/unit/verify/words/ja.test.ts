import { describe, expect, it } from 'vitest';
import { en } from '../../../../src/verify/words/en.js';
import { ja } from '../../../../src/verify/words/ja.js';

/** Stands for a string, a list, a number and a damage. */
const fact = Object.assign(['X1', 'X2'], { code: 'missing', file: 'X3' });

/** Every text of a language by its place, functions called. */
function texts(words: unknown, place = ''): [string, string][] {
  if (typeof words === 'string') return [[place, words]];
  if (typeof words === 'function') {
    const call = words as (...facts: unknown[]) => string;
    return [[place, call(...new Array<unknown>(call.length).fill(fact))]];
  }
  return Object.entries(words as object).flatMap(([key, value]) => texts(value, `${place}/${key}`));
}

const { passed, rungs, joins, causes, mends } = ja;
const english = new Map(texts(en));

describe('what a judge says in Japanese', () => {
  it('is all it says in English', () => {
    expect(texts(ja).map(([place]) => place)).toEqual(texts(en).map(([place]) => place));
  });

  it.each(texts({ passed, rungs, joins, causes, mends }))(
    'holds no English sentence: %s',
    (place, text) => {
      // Commands stand in brackets or backquotes.
      const prose = text.replace(/（[\x20-\x7e]+）|`[^`]+`/g, '');
      expect(prose).not.toMatch(/[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/);
      expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(text).not.toBe(english.get(place));
    },
  );
});
