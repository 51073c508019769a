import { describe, expect, test } from 'vitest';
import { batchLine } from '../../../src/iproute2/batch-line.js';

describe('a line for ip -batch', () => {
  test('is its words with a blank between them', () => {
    expect(batchLine('link', 'set', 'enp0s3.10', 'mtu', 1500)).toBe('link set enp0s3.10 mtu 1500');
  });

  // Batch files split at blanks, cut at #, join lines at a backslash and know no escape for quotes.
  test.each(['', 'a b', 'a\nlink del b', 'a\t', 'a#b', '"a', "a'", 'a\\', 'é', '\u0000'])(
    'refuses %j, which ip would read as something else',
    (word) => {
      expect(() => batchLine('link', word)).toThrow(
        `lab: ${JSON.stringify(word)} cannot be written into a batch file of ip(8) or tc(8)`,
      );
    },
  );
});
