import { describe, expect, it } from 'vitest';
import { goodputChart } from '../../../src/report/charts/goodput-chart.js';
import { sequenceChart } from '../../../src/report/charts/sequence-chart.js';
import { pathStyles } from '../../../src/report/palette.js';
import type { Transfer } from '../../../src/report/transfer/transfer.js';
import { en } from '../../../src/report/words/en.js';
import { sampleReport } from '../../helpers/sample-report.js';

const transfer = sampleReport().runs[0]!.transfer!;
const text = { id: 'c', title: 'Title & <co>', description: 'What is to be seen' };
const charts = {
  goodput: (it: Transfer) => goodputChart(it, 100, text, en).text,
  sequence: (it: Transfer) => sequenceChart(it, text, en).text,
};

describe.each(Object.entries(charts))('the %s chart', (_, draw) => {
  it('tells its title and what is to be seen', () => {
    const svg = draw(transfer);
    expect(svg).toContain('role="img" aria-labelledby="c-title c-about"');
    expect(svg).toContain('<title id="c-title">Title &amp; &lt;co&gt;</title>');
    expect(svg).toContain('<desc id="c-about">What is to be seen</desc>');
  });

  it('draws each subflow in the style of its path', () => {
    const drawn = [...draw(transfer).matchAll(/class="(?:curve|dots) (path-\d)"/g)];
    expect(drawn.map(([, name]) => name)).toEqual(['path-0', 'path-1']);
  });

  it('has a place for everything, whatever the figures are', () => {
    const slots = { slotMs: 1, durationMs: 1, count: 1 };
    const subflows = transfer.subflows.map((it) => ({ ...it, goodputMbit: [0], sequence: [] }));
    const empty = { ...transfer, slots, sumMbit: [0], subflows };
    for (const it of [transfer, empty]) expect(draw(it)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('the sequence chart', () => {
  it('takes marks of the subflows in turn, and not too many', () => {
    const sequence = Array.from({ length: 512 }, (_, at) => ({ atMs: at, offset: at }));
    const slots = { slotMs: 20, durationMs: 511, count: 26 };
    const subflows = transfer.subflows.map((it) => ({ ...it, sequence }));
    const svg = charts.sequence({ ...transfer, slots, subflows });
    const marks = [...svg.matchAll(/class="dots[^>]* d="([^"]*)"/g)].map(
      ([, path]): readonly string[] => path!.match(/M[\d.]+/g) ?? [],
    );
    expect(marks.map(({ length }) => length)).toEqual([86, 85]);
    expect(marks[0]!.filter((x) => marks[1]!.includes(x))).toEqual([]);
  });
});

describe('the styles of paths', () => {
  it.each(['light', 'dark', 'dash', 'mark'] as const)('differ in %s', (key) => {
    expect(new Set(pathStyles.map((style) => style[key])).size).toBe(pathStyles.length);
  });
});
