import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../src/errors.js';
import { parseTopology } from '../../src/model/parse.js';
import { planLab } from '../../src/plan/plan-lab.js';
import { arbitraryTopology } from '../helpers/arbitrary-topology.js';
import { roomy } from '../helpers/limits.js';

/** Any error but a LabError fails the property. */
function returnsOrRefuses(attempt: () => void): void {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
  }
}

/** Paths of every value within a JSON value. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, child]) => places(child, [...path, key]));
  return [path, ...inner];
}

function replaceAt(root: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = structuredClone(root) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, value);
  return copy;
}

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '',
    '0',
    '::',
    '0.0.0.0/0',
    '::/0',
    '255.255.255.255/32',
    'default',
    '$(x)',
    '\0',
  ),
  fc.ipV4(),
  fc.ipV6(),
  fc.double(),
  fc.constant(undefined),
);

describe('parsing', () => {
  it('returns or refuses any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => returnsOrRefuses(() => parseTopology(input))));
  });

  it('returns or refuses anything at all', () => {
    const anything = fc.anything({
      withBigInt: true,
      withSparseArray: true,
      withNullPrototype: true,
    });
    fc.assert(fc.property(anything, (input) => returnsOrRefuses(() => parseTopology(input))));
  });

  it('accepts every generated lab as it is', () => {
    fc.assert(
      fc.property(arbitraryTopology, (topology) => {
        expect(parseTopology(topology)).toBe(topology);
      }),
    );
  });

  it(
    'returns or refuses a lab with one value replaced, and so does planning',
    { timeout: 60_000 },
    () => {
      const spoiled = arbitraryTopology.chain((topology) =>
        fc
          .tuple(fc.constantFrom(...places(topology)), hostile)
          .map(([path, value]) => replaceAt(topology, path, value)),
      );
      fc.assert(
        fc.property(spoiled, (input) => {
          returnsOrRefuses(() => planLab(parseTopology(input), roomy));
        }),
        { numRuns: 500 },
      );
    },
  );
});
