import type { Problem } from '../errors.js';
import { pointer } from './pointer.js';
import { show } from './show.js';

/** Reports what is wrong with a value at a JSON pointer. */
export type Shape = (value: unknown, pointer: string) => Problem[];

const next = 'Generate the lab again from its topology.';

function wrong(pointer: string, wanted: string, value: unknown): Problem[] {
  return [{ where: pointer || '/', message: `expected ${wanted}, got ${show(value)}`, next }];
}

/** Text that matches the pattern. */
export const text =
  (pattern: RegExp, wanted: string): Shape =>
  (value, pointer) =>
    typeof value === 'string' && pattern.test(value) ? [] : wrong(pointer, wanted, value);

/** A finite number from `least`. */
export const number =
  (least = 0): Shape =>
  (value, pointer) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? []
      : wrong(pointer, `a number from ${least}`, value);

export const flag: Shape = (value, pointer) =>
  typeof value === 'boolean' ? [] : wrong(pointer, 'true or false', value);

/** One of the given values. */
export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value, pointer) =>
    values.includes(value)
      ? []
      : wrong(pointer, values.map((known) => JSON.stringify(known)).join(' or '), value);

export const nullable =
  (shape: Shape): Shape =>
  (value, pointer) =>
    value === null ? [] : shape(value, pointer);

export const list =
  (shape: Shape): Shape =>
  (value, pointer) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, `${pointer}/${index}`))
      : wrong(pointer, 'a list', value);

/** An object with these keys, and possibly more. */
export const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, pointer) =>
    typeof value === 'object' && value !== null
      ? Object.entries(shapes).flatMap(([key, shape]) =>
          shape((value as Record<string, unknown>)[key], `${pointer}/${key}`),
        )
      : wrong(pointer, 'an object', value);

/** An object with any keys, each holding the shape. */
export const map =
  (shape: Shape): Shape =>
  (value, at) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, item]) => shape(item, at + pointer(key)))
      : wrong(at, 'an object', value);
