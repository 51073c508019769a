import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules.js';
import { sarif } from '../../../src/render/sarif.js';
import { brokenLabs, labOfRule } from '../../helpers/broken-labs.js';

const text = { type: 'object', required: ['text'], properties: { text: { type: 'string' } } };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const object = (properties: object) => ({
  ...{ type: 'object', required: Object.keys(properties), properties },
});
const list = (items: object) => ({ type: 'array', items });

/** What the standard requires of the parts a log of ours has (SARIF 2.1.0, sections 3.13 to 3.30). */
const isLog = new Ajv().compile(
  object({
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: list(
      object({
        tool: object({
          driver: object({
            name: { const: 'subflow' },
            semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
            rules: list(
              object({
                id: { type: 'string' },
                shortDescription: text,
                defaultConfiguration: object({ level }),
              }),
            ),
          }),
        }),
        results: list({
          ...object({
            ruleId: { enum: rules.map(({ id }) => id) },
            ruleIndex: { type: 'integer', minimum: 0, maximum: rules.length - 1 },
            level,
            message: text,
            locations: { type: 'array', minItems: 1 },
          }),
        }),
      }),
    ),
  }),
);

const findings = brokenLabs.flatMap((id) => labOfRule(id, 'broken').findings);

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number };
  };
}
interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly Location[];
    }[];
  }[];
}

function logOf(file: string | null): Log {
  return sarif(findings, { version: '0.1.0', rules, file, lineOf: () => 7 }) as Log;
}

describe('a SARIF log', () => {
  it.each(['lab.yaml', null])('has what the standard requires, of the file %s', (file) => {
    isLog(logOf(file));
    expect(isLog.errors ?? []).toEqual([]);
  });

  it('points each result at its own rule', () => {
    const { results } = logOf('lab.yaml').runs[0]!;
    expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(
      findings.map(({ rule }) => rule),
    );
  });

  it('names the file as a reference, and the line', () => {
    const location = logOf('my labs\\a#1?.yaml').runs[0]!.results[0]!.locations[0];
    expect(location?.physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20labs/a%231%3F.yaml' },
      region: { startLine: 7 },
    });
  });

  it('names no file where there is none', () => {
    const locations = logOf(null).runs[0]!.results.flatMap((result) => result.locations);
    expect(locations.filter((location) => location.physicalLocation !== undefined)).toEqual([]);
  });
});
