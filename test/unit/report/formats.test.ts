import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderReport } from '../../../src/report/render-report.js';
import type { ReportInput } from '../../../src/report/report-input.js';
import { runOf } from '../../../src/report-lab.js';
import { sampleReport } from '../../helpers/sample-report.js';
import { evidenceOf } from '../verify/evidence.js';

const never = { experiment: 'later', why: 'never-run', problem: null } as const;
const broken = { experiment: 'broken # 1', why: 'unreadable', problem: 'is not JSON' } as const;
const input: ReportInput = { ...sampleReport(), withoutEvidence: [never, broken] };

interface Point {
  readonly ok: boolean;
  readonly name: string;
  readonly skip: boolean;
  readonly details: Readonly<Record<string, string>> | null;
}

/** TAP 14 as its specification has it: version, plan, numbered points, each with a YAML block at most. */
function parseTap(text: string): Point[] {
  const [version, plan, ...lines] = text.replace(/\n$/, '').split('\n');
  expect(version).toBe('TAP version 14');
  const points: Point[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const match = /^(not )?ok (\d+) - ((?:\\[\\#]|[^\\#])*?)( # SKIP .+)?$/.exec(lines[at]!);
    expect(match, lines[at]).not.toBeNull();
    expect(Number(match![2])).toBe(points.length + 1);
    let details = null;
    if (lines[at + 1] === '  ---') {
      const end = lines.indexOf('  ...', at);
      const block = lines.slice(at + 2, end);
      expect(block.every((line) => line.startsWith('  '))).toBe(true);
      details = parse(block.map((line) => line.slice(2)).join('\n')) as Point['details'];
      at = end;
    }
    points.push({ ok: !match![1], name: match![3]!, skip: match![4] !== undefined, details });
  }
  expect(plan).toBe(`1..${points.length}`);
  return points;
}

describe('a report as TAP', () => {
  const points = parseTap(renderReport(input, 'tap', 'en'));

  it('has a point for each rung, which is ok where it passed', () => {
    const rungs = input.runs.flatMap(({ verdicts }) => verdicts.en.rungs);
    expect(points.slice(0, rungs.length).map(({ ok }) => ok)).toEqual(
      rungs.map(({ status }) => status === 'pass'),
    );
  });

  it('says of one that is not ok what was expected and what was measured', () => {
    const failed = points.find(
      ({ name }) => name.endsWith('path-payload') && name.startsWith('<b>'),
    );
    const rung = input.runs[1]!.verdicts.en.rungs.find(({ id }) => id === 'path-payload')!;
    const { status, expected, measured, reason } = rung;
    expect(failed?.details).toEqual({ status, expected, measured, reason });
  });

  it('skips what never ran, and does not pass what cannot be read', () => {
    const [later, unread] = points.slice(-2);
    expect(later).toMatchObject({ ok: true, skip: true, name: 'later: evidence' });
    expect(unread).toMatchObject({ ok: false, skip: false, name: 'broken \\# 1: evidence' });
    expect(unread?.details?.['reason']).toMatch(/cannot be read.*is not JSON/);
  });
});

describe('a report as JUnit', () => {
  it('has an error where a rung proves nothing, where evidence is unread, and skips what never ran', () => {
    const unproved = runOf({ ...evidenceOf(), captures: new Map() });
    const xml = renderReport({ ...input, runs: [unproved] }, 'junit', 'en');
    expect(xml).toMatch(
      /<testcase classname="multi" name="captures">\s*<error message="[^"]*missing/,
    );
    expect(xml).toMatch(/<testsuite name="later" [^>]*skipped="1">\s*<testcase[^>]*>\s*<skipped /);
    expect(xml).toMatch(
      /<testsuite name="broken # 1" [^>]*errors="1"[^>]*>\s*<testcase[^>]*>\s*<error /,
    );
    expect(xml).not.toContain('<failure');
  });
});

describe('a report as JSON', () => {
  const document = JSON.parse(renderReport(input, 'json', 'en')) as {
    readonly runs: readonly {
      readonly links: readonly { readonly segment: string; readonly traffic: object }[];
      readonly transfer: { readonly subflows: readonly object[] };
    }[];
    readonly withoutEvidence: unknown;
  };

  it('has what the page shows: links, subflows, goodput and sequence', () => {
    const [good, bad] = document.runs;
    expect(good!.transfer).toEqual(input.runs[0]!.transfer);
    expect(bad!.links.find(({ segment }) => segment === 'pathB')?.traffic).toMatchObject({
      ...{ state: 'idle', toServerBytes: 0 },
    });
    expect(document.withoutEvidence).toEqual([never, broken]);
  });
});

describe.each(['en', 'ja'] as const)('a report as Markdown, in %s', (language) => {
  const text = renderReport(input, 'md', language).trim();

  it('has rows of as many cells as their table has columns', () => {
    const cells = (line: string) => line.replace(/\\\|/g, '').split('|').length;
    for (const block of text.split('\n\n').filter((it) => it.startsWith('|'))) {
      expect(new Set(block.split('\n').map(cells)).size, block).toBe(1);
    }
  });

  it('has the links, the subflows and the goodput of each slot', () => {
    expect(text).toContain('| pathB | client enp0s8 192.168.20.20 – router');
    expect(text).toContain('192.168.20.20');
    const { transfer } = input.runs[0]!;
    for (const mbit of transfer!.sumMbit) expect(text).toContain(` ${mbit.toFixed(2)} |`);
  });
});
