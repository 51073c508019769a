import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The rows of the page: what, where, test. */
const rows = read('docs/analyze-proof.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim()),
  );

it('the page has a row for each thing the analyser reads', () => {
  expect(rows.length).toBeGreaterThan(40);
});

it.each(rows)('%s is proved in %s by: %s', (_, where, test) => {
  expect(read(where.replaceAll('`', ''))).toContain(test);
});
