import { markup, type Markup } from '../../quote/markup.js';
import { pathClass, pathStyle } from '../palette.js';
import { subflowText } from '../transfer/subflow-text.js';
import type { Transfer } from '../transfer/transfer.js';
import type { Words } from '../words/words.js';

/** What the lines of the goodput chart are. */
export function goodputLegend(transfer: Transfer, hasLimit: boolean, { charts }: Words): Markup {
  const lines = transfer.subflows.map((subflow) => ({
    line: markup`<path class="curve ${pathClass(subflow.path)}" d="M0 6H30"/>`,
    text: subflowText(subflow),
  }));
  const sum = { line: markup`<path class="sum" d="M0 6H30"/>`, text: charts.sum };
  const limit = { line: markup`<path class="limit" d="M0 6H30"/>`, text: charts.limit };
  return legend([...lines, sum, ...(hasLimit ? [limit] : [])]);
}

/** What the marks of the sequence chart are. */
export function sequenceLegend({ subflows }: Transfer): Markup {
  return legend(
    subflows.map((subflow) => {
      const marks = [5, 15, 25].map((x) => `M${x} 6${pathStyle(subflow.path).mark}`);
      return {
        line: markup`<path class="dots ${pathClass(subflow.path)}" d="${marks.join('')}"/>`,
        text: subflowText(subflow),
      };
    }),
  );
}

interface Entry {
  readonly line: Markup;
  readonly text: string;
}

function legend(entries: readonly Entry[]): Markup {
  return markup`<ul class="legend">${entries.map(
    ({ line, text }) =>
      markup`<li><svg class="drawing" aria-hidden="true" width="30" height="12" viewBox="0 0 30 12">${line}</svg> ${text}</li>`,
  )}</ul>`;
}
