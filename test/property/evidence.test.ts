import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import { LabError } from '../../src/errors.js';
import { parseEvidence } from '../../src/model/parse-evidence.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { runOf } from '../../src/report-lab.js';
import { renderReport } from '../../src/report/render-report.js';
import { reportFormats } from '../../src/report/report-input.js';
import { evidenceOf } from '../unit/verify/evidence.js';

const { plan } = buildLab(mptcpLab());
const { evidence, captures } = evidenceOf();

type Path = readonly (string | number)[];

/** The place of every value in a JSON document. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const inner = keys.flatMap((key) =>
    placesIn((value as Record<string, unknown>)[key], [...at, key]),
  );
  return at.length > 0 ? [at, ...inner] : inner;
}

function changed(document: unknown, at: Path, value: unknown): unknown {
  const copy = structuredClone(document);
  const parent = at.slice(0, -1).reduce<unknown>((it, key) => (it as Path)[key as number], copy);
  (parent as unknown[])[at.at(-1) as number] = value;
  return copy;
}

const hostile = fc.oneof(
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.constantFrom<unknown>(
    '</title><script>x',
    '\u0000\u202e',
    'x'.repeat(100_000),
    1e308,
    -1,
    null,
  ),
  fc.constantFrom<unknown>([], {}, JSON.parse('{"__proto__": 1}')),
);

it('no evidence makes the report throw: it is refused with a reason, or shown', () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(evidence)), hostile, (at, value) => {
      const text = JSON.stringify(changed(evidence, at, value));
      let taken;
      try {
        taken = parseEvidence(JSON.parse(text));
      } catch (error) {
        expect(error).toBeInstanceOf(LabError);
        return;
      }
      const input = { plan, runs: [runOf({ evidence: taken, captures })], withoutEvidence: [] };
      for (const format of reportFormats) renderReport(input, format, 'en');
      expect(renderReport(input, 'html', 'en')).not.toMatch(/<script/);
      shown += 1;
    }),
    { numRuns: 60 },
  );
  expect(shown).toBeGreaterThan(0);
}, 60_000);
