/** Text that is HTML or XML already. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export type MarkupValue = Markup | string | number | null | readonly MarkupValue[];

/**
 * HTML, SVG or XML as a tagged template. What is put in is escaped, for text and for quoted
 * attributes, unless it is Markup already; lists are put together, null is nothing.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const rest = values.map((value, index) => textOf(value) + (parts[index + 1] ?? ''));
  return new Markup((parts[0] ?? '') + rest.join(''));
}

function textOf(value: MarkupValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? quoteMarkup(value) : value.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 forbids even as references, lone surrogates among them. */
// eslint-disable-next-line no-control-regex -- the control characters are what it is about
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/gu;

/** Text as HTML and XML show it, in an element or a quoted attribute. */
export function quoteMarkup(text: string): string {
  return text.replace(forbidden, '\uFFFD').replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
