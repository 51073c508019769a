import type { VerdictStatus } from '../../model/verdict.js';
import { markup, type Markup } from '../../quote/markup.js';
import type { Words } from '../words/words.js';

const marks: Readonly<Record<VerdictStatus, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };

/** A status by mark, word and colour. */
export function badge(status: VerdictStatus, words: Words): Markup {
  return markup`<span class="badge ${status}"><span aria-hidden="true">${marks[status]} </span>${words.status[status]}</span>`;
}
