import { LabError } from '../errors.js';

/** What `ip -batch` and `tc -batch` read as one word: no blanks, comments, quotes or continuations. */
const plainWord = /^[!-~]+$/;
const special = /["#'\\]/;

/**
 * One line for `ip -batch` or `tc -batch`; the one way to make one. Batch files know no escape, so a
 * word that would be read as anything but itself is refused.
 *
 * @throws LabError `plan-impossible`
 */
export function batchLine(...words: readonly (string | number)[]): string {
  return words.map((word) => batchWord(String(word))).join(' ');
}

function batchWord(word: string): string {
  if (plainWord.test(word) && !special.test(word)) return word;
  throw new LabError('plan-impossible', [
    {
      where: 'lab',
      message: `${JSON.stringify(word)} cannot be written into a batch file of ip(8) or tc(8)`,
      next: 'Use letters, digits and any of . : / - _ in names and addresses.',
    },
  ]);
}
