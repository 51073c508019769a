/**
 * Text inside a quoted Mermaid label. Whatever could be Mermaid, Markdown or HTML becomes an entity
 * code (mermaid.js.org, "Entity codes to escape characters").
 */
export function quoteMermaid(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._:/,()-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}
