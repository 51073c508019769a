import { markup, type Markup } from '../../quote/markup.js';

/** Rows of short figures, which are not wrapped. */
export function figures(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  label: string,
): Markup {
  return scrolling(markup`<table class="figures">${content(head, rows)}</table>`, label);
}

/** Rows of text; each row's first cell is its heading. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  label: string,
): Markup {
  return scrolling(markup`<table>${content(head, rows)}</table>`, label);
}

function content(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const body = rows.map(
    ([first = '', ...cells]) =>
      markup`<tr><th scope="row">${first}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`,
  );
  return markup`${headRow(head)}<tbody>${body}</tbody>`;
}

export function headRow(names: readonly string[]): Markup {
  return markup`<thead><tr>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>`;
}

/** Wide content scrolls by itself, by keyboard too. */
export function scrolling(content: Markup, label: string): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}">${content}</div>`;
}

/** What is shown on demand. */
export function folded(summary: string, content: Markup): Markup {
  return markup`<details><summary>${summary}</summary>
${content}
</details>`;
}
