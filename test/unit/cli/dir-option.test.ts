import { expect, it } from 'vitest';
import { dirOption } from '../../../src/cli/dir-option.js';

it.each([
  ['.subflow/lab', '--dir .subflow/lab'],
  ["it's $(here)", String.raw`--dir 'it'\''s $(here)'`],
  ['-lab', '--dir=-lab'],
])('the directory %s is printed as a shell takes it', (dir, option) => {
  expect(dirOption(dir)).toBe(option);
});
