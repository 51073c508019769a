import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { tempDir } from '../helpers/temp-dir.js';
import { compare } from '../oracle/compare.js';
import { analysisFields, optionFields } from '../oracle/fields.js';
import { hmacFields, joinHmacs } from '../oracle/hmacs.js';
import { makeCapture } from '../oracle/make-capture.js';
import { scenarios } from '../oracle/scenarios.js';
import { tshark } from '../oracle/tshark.js';

/** Values that were compared and equal, by field, over all captures. */
const proved = new Map<string, number>();

describe('the analyser beside tshark, on captures of the namespace lab', () => {
  it.each(scenarios)('agrees on every field: $name', async (scenario) => {
    const file = await makeCapture(scenario, await tempDir());
    const bytes = new Uint8Array(await readFile(file));
    const { differences, equal } = compare(file, bytes);
    expect(differences).toEqual([]);
    for (const [field, count] of equal) proved.set(field, (proved.get(field) ?? 0) + count);
    const { connections } = analyzeCaptureBytes([{ name: file, bytes }]);
    expect(connections[0]).toMatchObject(scenario.shows);
    expectHmacsOf(file, connections[0]?.subflows.filter(({ kind }) => kind === 'join') ?? []);
  });

  afterAll(() => {
    const names = [...optionFields, ...analysisFields].map(({ name }) => name);
    expect(names.filter((name) => !proved.get(name))).toEqual([]);
  });
});

/** What the analyser calls valid is what RFC 8684's formulas give for the values tshark read. */
function expectHmacsOf(file: string, joins: readonly { handshake: { hmac: object } }[]): void {
  const hmacs = joinHmacs([...tshark(file, ['tcp.stream', ...hmacFields]).values()]);
  for (const { expected, found } of hmacs) expect(found).toEqual(expected);
  const valid = joins.filter(({ handshake }) => isValid(handshake.hmac));
  expect(valid).toHaveLength(hmacs.length);
}

function isValid(hmac: object): boolean {
  return Object.values(hmac).every((verdict) => verdict === 'valid');
}
