import { execFile } from 'node:child_process';
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { buildLab } from '../../src/build-lab.js';
import { mptcpLab } from '../../src/presets/mptcp-lab.js';
import { readReport } from '../../src/report-lab.js';
import { renderReport } from '../../src/report/render-report.js';
import { reportFormats } from '../../src/report/report-input.js';
import { writeEvidence } from '../helpers/evidence-dir.js';
import { tempDir } from '../helpers/temp-dir.js';
import { evidenceOf, experiment } from './verify/evidence.js';

const plan = { ...buildLab(mptcpLab()).plan, experiments: [experiment] };
const whole = evidenceOf();

/** What the report makes of a run whose directory was changed after it. */
async function reportAfter(change: (dir: string) => Promise<unknown>, text?: string) {
  const lab = await tempDir();
  await change(await writeEvidence(lab, whole, text));
  const input = await readReport(lab, plan);
  for (const format of reportFormats) expect(renderReport(input, format, 'ja')).not.toBe('');
  return input;
}

const asItIs = () => Promise.resolve();

describe('the report of a lab', () => {
  it('has the verdict of each run, and its data over time', async () => {
    const { runs, withoutEvidence } = await reportAfter(asItIs);
    expect(runs.map(({ verdicts, transfer }) => [verdicts.en.status, transfer?.bytes])).toEqual([
      ['pass', 400_000],
    ]);
    expect(withoutEvidence).toEqual([]);
  });

  it('says which experiment never ran', async () => {
    const { runs, withoutEvidence } = await reportAfter((dir) => rm(dir, { recursive: true }));
    expect(runs).toEqual([]);
    expect(withoutEvidence).toEqual([{ experiment: 'multi', why: 'never-run', problem: null }]);
  });

  it.each([
    ['is no JSON', '{"schemaVersion": 1,', /is not JSON/],
    ['is something else', '[]', /expected 1, got undefined/],
    ['is of another version', JSON.stringify({ ...whole.evidence, schemaVersion: 2 }), /got 2/],
    [
      'names a capture elsewhere',
      JSON.stringify({
        ...whole.evidence,
        captures: [{ ...whole.evidence.captures[0], file: '../../../../dev/zero' }],
      }),
      /a file name/,
    ],
  ])('says so where the evidence %s', async (_, text, problem) => {
    const { runs, withoutEvidence } = await reportAfter(asItIs, text);
    expect(runs).toEqual([]);
    expect(withoutEvidence).toMatchObject([{ experiment: 'multi', why: 'unreadable' }]);
    expect(withoutEvidence[0]?.problem).toMatch(problem);
  });

  it.each([
    ['a pipe', (file: string) => promisify(execFile)('mkfifo', [file])],
    ['a device', (file: string) => symlink('/dev/zero', file)],
  ])('takes a capture for missing where %s is in its place', async (_, put) => {
    const { runs } = await reportAfter(async (dir) => {
      const file = join(dir, whole.evidence.captures[0]!.file);
      await rm(file);
      await put(file);
    });
    expect(runs.map(({ verdicts }) => verdicts.en.status)).toEqual(['inconclusive']);
    expect(runs[0]?.verdicts.en.reason).toContain('is missing');
  });

  it.each([
    ['is a directory', (file: string) => mkdir(file), /regular file/],
    ['is a device', (file: string) => symlink('/dev/zero', file), /regular file/],
    [
      'is endless',
      async (file: string) => {
        await writeFile(file, '');
        await truncate(file, 2 ** 33);
      },
      /8589934592 bytes/,
    ],
  ])('says so where evidence.json %s', async (_, make, problem) => {
    const { withoutEvidence } = await reportAfter(async (dir) => {
      const file = join(dir, 'evidence.json');
      await rm(file);
      await make(file);
    });
    expect(withoutEvidence[0]?.problem).toMatch(problem);
  });

  it.each([
    ['gone', (file: string) => rm(file)],
    ['changed', (file: string) => writeFile(file, 'somebody was here')],
  ])('judges a run inconclusive whose captures are %s', async (_, change) => {
    const { runs } = await reportAfter((dir) =>
      Promise.all(['enp0s3.pcap', 'enp0s8.pcap'].map((name) => change(join(dir, name)))),
    );
    expect(runs.map(({ verdicts, transfer }) => [verdicts.en.status, transfer])).toEqual([
      ['inconclusive', null],
    ]);
  });
});
