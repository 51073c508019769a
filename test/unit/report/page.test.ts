import { describe, expect, it } from 'vitest';
import { quoteMarkdown } from '../../../src/quote/markdown.js';
import { markup } from '../../../src/quote/markup.js';
import { renderReport } from '../../../src/report/render-report.js';
import type { ReportInput } from '../../../src/report/report-input.js';
import { sampleReport } from '../../helpers/sample-report.js';

const environment = {
  ...{ kernel: '6.18.44-lab', provider: 'netns', degraded: ['the host has no sch_netem'] },
  ...{ tools: { iproute2: '6.15.0' }, sysctls: { 'client:net.mptcp.enabled': '1' } },
} as const;

/** The run that passed, and its page. */
function passed() {
  const [run] = sampleReport().runs;
  const evidence = { ...run!.evidence, environment, files: { 'enp0s3.pcap': 'ab12cd34' } };
  const input: ReportInput = { ...sampleReport(), runs: [{ ...run!, evidence }] };
  return { input, run: input.runs[0]!, html: renderReport(input, 'html', 'en') };
}

const quotes = {
  html: (text: string) => markup`${text}`.text,
  md: quoteMarkdown,
  json: (text: string) => text,
};

describe('the page of a report', () => {
  it('has the verdicts before the runs, and in a run the cause before what it was seen in', () => {
    const html = renderReport(sampleReport(), 'html', 'en');
    const parts = ['<ul class="verdicts"><li class="pass">', 'id="run-0"', 'id="run-1"'];
    const ofRun = [
      'Most likely cause',
      'what each link carried',
      'Goodput over time',
      'The ladder',
    ];
    const start = html.indexOf('id="run-1"');
    const places = [
      ...parts.map((it) => html.indexOf(it)),
      ...ofRun.map((it) => html.indexOf(it, start)),
    ];
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('draws on each link the bytes it carried each way, its line the thicker the more', () => {
    const { html } = passed();
    const widths = [0, 1].map((path) =>
      Number(new RegExp(`class="link busy path-${path}" stroke-width="([\\d.]+)"`).exec(html)?.[1]),
    );
    expect(widths).toEqual([6.8, 8]);
    for (const text of ['→ 160 kB   ← 9 kB', '→ 250 kB   ← 9 kB']) expect(html).toContain(text);
  });

  it('draws goodput of each subflow, their sum, and what the shaped rates let through', () => {
    const { html } = passed();
    const [, chart = ''] = html.split('id="goodput-0-title"');
    const [drawn = ''] = chart.split('</svg>');
    const lines = [...drawn.matchAll(/<path class="(sum|limit|curve path-\d)" d="M[^"]+"/g)];
    expect(lines.map(([, name]) => name)).toEqual(['sum', 'limit', 'curve path-0', 'curve path-1']);
  });

  it('draws the data sequence of each subflow in its own style', () => {
    const [, chart = ''] = passed().html.split('id="sequence-0-title"');
    const dots = [
      ...chart.split('</svg>')[0]!.matchAll(/<path class="dots (path-\d)" d="M[^"]+"/g),
    ];
    expect(dots.map(([, name]) => name)).toEqual(['path-0', 'path-1']);
  });

  it('has of the cause each line that mends it, and of each rung the reason', () => {
    const input = sampleReport();
    const html = renderReport(input, 'html', 'en');
    const { diagnosis, rungs } = input.runs[1]!.verdicts.en;
    const mends = diagnosis.flatMap(({ mend }) => mend);
    expect(mends.length).toBeGreaterThan(0);
    for (const { where, line } of mends) {
      expect(html).toContain(`<code>${quotes.html(`${where}: ${line}`)}</code>`);
    }
    for (const { reason } of rungs)
      expect(html).toContain(`<p class="quiet">${quotes.html(reason)}<`);
  });

  it.each(['html', 'md'] as const)(
    'has of each rung what was measured and what was expected, as %s',
    (format) => {
      const { input, run } = passed();
      const quote = quotes[format];
      const text = renderReport(input, format, 'en');
      for (const { id, measured, expected } of run.verdicts.en.rungs) {
        for (const part of [id, measured, expected]) expect(text).toContain(quote(part));
      }
    },
  );

  it.each(['html', 'md', 'json'] as const)(
    'has the environment, the commands and the files of evidence, as %s',
    (format) => {
      const text = renderReport(passed().input, format, 'en');
      const { kernel, tools, degraded } = environment;
      for (const it of [kernel, tools.iproute2, ...degraded, 'net.mptcp.enabled', 'ab12cd34']) {
        expect(text).toContain(quotes[format](it));
      }
      if (format === 'json') return;
      expect(text).toContain('subflow recreate');
      expect(text).toContain('subflow verify --experiment multi');
    },
  );
});
