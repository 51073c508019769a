import { expect, it } from 'vitest';
import { quoteRuby } from '../../../src/render/quote-ruby.js';

it.each([
  ['plain', '"plain"'],
  ['two words', '"two words"'],
  ['"quoted" \\ back', String.raw`"\"quoted\" \\ back"`],
  ['#{exit} #@a #$b', String.raw`"\#{exit} \#@a \#$b"`],
  ['a\nb\0c', String.raw`"a\u{a}b\u{0}c"`],
  ['ルーター 🛰', String.raw`"\u{30eb}\u{30fc}\u{30bf}\u{30fc} \u{1f6f0}"`],
])('writes %j as %s', (text, literal) => {
  expect(quoteRuby(text)).toBe(literal);
});

it('refuses half a surrogate pair, which Ruby could not hold', () => {
  expect(() => quoteRuby('vm\ud800')).toThrow(/half a surrogate pair/);
});
