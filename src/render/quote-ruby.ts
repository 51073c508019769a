import { LabError } from '../errors.js';

/**
 * Text as a double-quoted Ruby string literal; the one way data gets into Ruby. What is not printable
 * ASCII is written by its code point, so that the file's encoding does not matter.
 *
 * @throws LabError `plan-impossible` for half a surrogate pair, which no Ruby string can hold
 */
export function quoteRuby(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw unsayable(text);
  const escaped = text
    .replace(/["\\#]/g, '\\$&')
    .replace(/[^ -~]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
  return `"${escaped}"`;
}

function unsayable(text: string): LabError {
  return new LabError('plan-impossible', [
    {
      where: 'lab',
      message: `${JSON.stringify(text)} holds half a surrogate pair, which is no character`,
      next: 'Write the name in well-formed Unicode.',
    },
  ]);
}
