/** Text as one word of sh; the one way data gets into a shell script. A NUL cannot be said in sh. */
export function quoteSh(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
