/**
 * A double-quoted DOT string that Graphviz shows as `text` (graphviz.org/doc/info/lang.html):
 * backslash starts an escape in labels, `&` an HTML entity.
 */
export function quoteDot(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|\r|\n/g, '\\n');
  return `"${escaped}"`;
}
