import type { ReportInput } from '../report-input.js';

/** TAP 14: a line for each rung; one that proves nothing is not ok and says so. */
export function tapReport({ runs }: ReportInput): string {
  const rungs = runs.flatMap(({ verdict }) =>
    verdict.rungs.map((rung) => ({ ...rung, name: `${verdict.experiment}: ${rung.id}` })),
  );
  const lines = rungs.flatMap(({ name, status, expected, measured, reason }, index) => {
    const line = `${status === 'pass' ? 'ok' : 'not ok'} ${index + 1} - ${quoteTap(name)}`;
    if (status === 'pass') return [line];
    const details = Object.entries({ status, expected, measured, reason });
    // JSON strings are YAML's double-quoted ones.
    const yaml = details.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
    return [line, '  ---', ...yaml, '  ...'];
  });
  return ['TAP version 14', `1..${rungs.length}`, ...lines, ''].join('\n');
}

/** A `#` would begin a directive. */
function quoteTap(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&');
}
