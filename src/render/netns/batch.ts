/**
 * A batch for ip(8) or tc(8) in sh, or nothing for no lines. `batchLine` keeps out whatever could end
 * the here-document; a failure says which tool it was, for the tools only say which line.
 */
export function batch(tool: 'ip' | 'ip -6' | 'tc', lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const failed = `{ echo 'in: ${tool} -batch' >&2; exit 1; }`;
  return `${tool} -batch - <<'EOF' || ${failed}\n${lines.join('\n')}\nEOF\n`;
}
