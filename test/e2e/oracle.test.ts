import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { analyzeCaptureBytes } from '../../src/analyze/analyze-captures.js';
import { compare, fields } from '../oracle/compare.js';
import { joinHmacs } from '../oracle/hmacs.js';
import {
  connectionFields,
  ourConnections,
  packetsByConnection,
  theirConnections,
} from '../oracle/connections.js';
import { makeCapture } from '../oracle/make-capture.js';
import { scenarios } from '../oracle/scenarios.js';
import { tshark, type Shown } from '../oracle/tshark.js';

const names = fields.map(({ name }) => name);

/** Values that were compared and equal, by field, and the scenarios that had some. */
const proved = new Map<string, { values: number; scenarios: string[] }>();

describe.concurrent('the analyser beside tshark, on captures of the namespace lab', () => {
  it.each(scenarios)('agrees on every field: $name', async (scenario) => {
    const dir = await mkdtemp(join(tmpdir(), 'subflow-test-'));
    try {
      const file = await makeCapture(scenario, dir);
      const shown = await tshark(file, [...names, ...connectionFields]);
      const bytes = new Uint8Array(await readFile(file));
      const { differences, equal } = compare(bytes, shown);
      expect(differences).toEqual([]);
      noteProved(scenario.name, equal);
      const { connections } = analyzeCaptureBytes([{ name: file, bytes }]);
      expect(ourConnections(connections)).toEqual(theirConnections([...shown.values()]));
      expect(connections).toHaveLength(scenario.clients ?? 1);
      for (const connection of connections) expect(connection).toMatchObject(scenario.shows);
      const all = connections.flatMap(({ subflows }) => subflows);
      const joins = all.filter(({ kind }) => kind === 'join');
      expectHmacs([...shown.values()], joins);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  afterAll(() => {
    for (const [name, { values, scenarios }] of proved) {
      console.info(`${name}: ${values} values equal in: ${scenarios.join(', ')}`);
    }
    expect(names.filter((name) => !proved.has(name))).toEqual([]);
  });
});

function noteProved(scenario: string, equal: ReadonlyMap<string, number>): void {
  for (const [field, count] of equal) {
    if (count === 0) continue;
    const { values, scenarios } = proved.get(field) ?? { values: 0, scenarios: [] };
    proved.set(field, { values: values + count, scenarios: [...scenarios, scenario] });
  }
}

/** What the analyser calls valid is what RFC 8684's formulas give for the values tshark read. */
function expectHmacs(
  shown: readonly Shown[],
  joins: readonly { handshake: { hmac: object } }[],
): void {
  const hmacs = packetsByConnection(shown).flatMap(joinHmacs);
  for (const { expected, found } of hmacs) expect(found).toEqual(expected);
  const valid = joins.filter(({ handshake }) => isValid(handshake.hmac));
  expect(valid).toHaveLength(hmacs.length);
}

function isValid(hmac: object): boolean {
  return Object.values(hmac).every((verdict) => verdict === 'valid');
}
