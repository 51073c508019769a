import type { Verdict, VerdictStatus } from '../../model/verdict.js';
import { markup, type Markup } from '../../quote/markup.js';
import { gistOf } from '../rows.js';
import type { Words } from '../words/words.js';

const marks: Readonly<Record<VerdictStatus, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };

/** A status by mark, word and colour. */
export function badge(status: VerdictStatus, words: Words): Markup {
  return markup`<span class="badge ${status}"><span aria-hidden="true">${marks[status]} </span>${words.status[status]}</span>`;
}

/** Why it is so, in the reader's language and in the judge's. */
export function reason(verdict: Verdict, words: Words): Markup {
  const gist = gistOf(verdict, words);
  const judged = markup`<p lang="en"${gist === null ? null : markup` class="quiet"`}>${verdict.reason}</p>`;
  return gist === null ? judged : markup`<p>${gist}</p>${judged}`;
}
