import fc from 'fast-check';

/** Pieces that mean something to Ruby, shells, YAML and EJS. Whatever runs one leaves a trace. */
export const pieces = [
  ...[
    '#{$canary = 1}',
    '#$canary',
    '#@canary',
    '%{canary}',
    '<%= it.lab %>',
    '-%>',
    '`$canary = 1`',
  ],
  ...['$(touch canary)', '`touch canary`', '; touch canary', '|touch canary', '&& touch canary'],
  ...[
    '"',
    "'",
    '\\',
    '\\"',
    '#',
    '$',
    '{',
    '}',
    '*',
    '~',
    '!',
    '?',
    ':',
    ': ',
    ' #',
    '- ',
    '&',
    '|',
  ],
  ...[' ', '  ', '=', '@', '%', '\\n', '\\u{41}', 'EOF', '__END__', '=begin', 'end', 'vm'],
];
export const unprintable = [
  '\n',
  '\r\n',
  '\t',
  '\u0007',
  '\u0085',
  '\u2028',
  '\ufeff',
  'é',
  '日本',
  '🛰',
];

/** Text of at most that length, in UTF-16, that is put together of the parts and of anything. */
export const hostile = (parts: readonly string[], maxLength: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((chosen) => chosen.join('').slice(0, maxLength));
export const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

/** Named in titles, so that a failure can be had again. */
export const seed = Date.now() % 2 ** 31;
export const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
  fc.sample(arbitrary, { numRuns: count, seed });
