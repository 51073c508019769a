/** The same lines in a form that can be applied again: `replace` for `add`, where ip(8) and tc(8) have it. */
export function repeatable(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^(address|route|qdisc) add /, '$1 replace '));
}
