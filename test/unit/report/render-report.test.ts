import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/report/render-report.js';
import { reportFormats, reportLanguages } from '../../../src/report/report-input.js';
import { sampleReport } from '../../helpers/sample-report.js';

const input = sampleReport();

describe('a report', () => {
  it.each(reportFormats)('is the same for the same evidence, as %s', (format) => {
    expect(renderReport(sampleReport(), format, 'en')).toBe(renderReport(input, format, 'en'));
  });

  it.each(reportLanguages)('loads nothing and runs nothing, in %s', (language) => {
    const html = renderReport(input, 'html', language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<script|\bsrc=|https?:/);
    expect(html).not.toContain('<b>"misled"');
  });

  it('shows the idle link, and names it', () => {
    const html = renderReport(input, 'html', 'en');
    expect(html).toContain('Carried next to nothing: pathB.');
    expect(html.match(/class="link idle /g)).toHaveLength(1);
    expect(html).toContain('No rule for the source address');
  });

  it('as JUnit has a case for each rung, with failures and errors told apart', () => {
    const [, bad] = input.runs;
    const xml = renderReport({ ...input, runs: [bad!] }, 'junit', 'en');
    const failures = bad!.verdicts.en.rungs.filter(({ status }) => status === 'fail').length;
    expect(failures).toBeGreaterThan(0);
    expect(xml.match(/<testcase /g)).toHaveLength(bad!.verdicts.en.rungs.length);
    expect(xml.match(/<failure /g)).toHaveLength(failures);
    expect(xml).toContain('name="&lt;b&gt;&quot;misled&quot;&lt;/b&gt; &amp; co"');
  });

  it('as TAP plans as many lines as it has, each with its rung', () => {
    const tap = renderReport(input, 'tap', 'en');
    const lines = tap.match(/^(not )?ok \d+ - /gm) ?? [];
    expect(tap).toContain(`1..${lines.length}\n`);
    expect(lines.length).toBe(input.runs.flatMap(({ verdicts }) => verdicts.en.rungs).length);
    expect(tap).toMatch(/^not ok \d+ - .*: path-payload\n {2}---\n {2}status: "fail"$/m);
  });

  it('as Markdown has the causes and the lines that mend them', () => {
    const text = renderReport(input, 'md', 'ja');
    expect(text).toContain('## 判定');
    expect(text).toContain(
      '- **送信元アドレスのルールがありません** (確実): 送信元アドレス 192.168.20.20 のポリシールールがなく',
    );
  });

  it('in Japanese holds no English sentence', () => {
    const [, afterVerdicts = ''] = renderReport(input, 'md', 'ja').split('## 判定');
    const prose = afterVerdicts.replace(/^ {4}.*$|（[\x20-\x7e]+）/gm, '');
    expect(prose).toContain('192.168.20.20 からのサブフローは');
    expect(prose).not.toMatch(/\b(the|is|are|was|were|its|that|of|and|with|not)\b/i);
  });

  it('says so where nothing ran', () => {
    expect(renderReport({ ...input, runs: [] }, 'html', 'en')).toContain('subflow verify');
  });
});
