import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/render-report.js';
import type { ReportInput, ReportLanguage } from '../../src/report/report-input.js';
import { sampleReport } from '../helpers/sample-report.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const quietly = ['--disable-quic', '--no-first-run', '--disable-background-networking'];

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly object[] }[];
}

interface View {
  readonly language: ReportLanguage;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

/** In the page: pairs of texts of one drawing that lie on each other, and texts that leave it. */
const misplacedTexts = `[...document.querySelectorAll('.scroll > svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((it) => [it.textContent, it.getBoundingClientRect()]);
  const outside = texts.filter(([, { left, right }]) => left < frame.left || right > frame.right);
  const lie = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  const pairs = texts.flatMap(([one, a], at) =>
    texts.slice(at + 1).flatMap(([other, b]) => (lie(a, b) ? [one + ' on ' + other] : [])));
  return [...outside.map(([text]) => text), ...pairs];
})`;

/** A report whose evidence says the worst that fits in it. */
function hostileReport(): ReportInput {
  const input = sampleReport();
  const worst = `<script>document.title='owned'</script>"'>&${'w'.repeat(20_000)}`;
  const runs = input.runs.map((run) => ({
    ...run,
    verdicts: { ...run.verdicts, en: { ...run.verdicts.en, reason: worst } },
    evidence: {
      ...run.evidence,
      experiment: { ...run.evidence.experiment, name: worst },
      environment: { ...run.evidence.environment, kernel: worst, degraded: [worst] },
      files: { [worst]: worst },
    },
  }));
  return { ...input, runs };
}

describe('the page in Chromium', () => {
  let browser: Browser;
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'subflow-page-'));
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-component-update', ...quietly],
    });
  });
  afterAll(async () => {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function open({ language, scheme, width }: View, input = sampleReport()) {
    const file = join(dir, `${language}.html`);
    await writeFile(file, renderReport(input, 'html', language));
    const context = await browser.newContext({
      ...{ colorScheme: scheme, bypassCSP: true, viewport: { width, height: 900 } },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(`file://${file}`);
    return { page, complaints };
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(await readFile(axe, 'utf8'));
    const results = await page.evaluate<AxeResults>('axe.run()');
    return results.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`);
  }

  const unfold = (page: Page) =>
    page.evaluate("document.querySelectorAll('details').forEach((it) => (it.open = true))");

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 390],
    ['ja', 'dark', 1280],
    ['ja', 'light', 390],
  ] as const)('has no fault, in %s, %s, %i px wide', async (language, scheme, width) => {
    const { page, complaints } = await open({ language, scheme, width });
    await unfold(page);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(misplacedTexts)).toEqual([]);
    expect(complaints).toEqual([]);
    const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(scrolled).toBeLessThanOrEqual(width);
  });

  it.each(['light', 'dark'] as const)('is %s where the reader has it so', async (scheme) => {
    const { page } = await open({ language: 'en', scheme, width: 1280 });
    const ofInk = `[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]
      .map((it) => it.match(/\\d+/g).reduce((sum, part) => sum + Number(part), 0))`;
    const [ground, ink] = await page.evaluate<[number, number]>(ofInk);
    expect(ground > ink).toBe(scheme === 'light');
  });

  it('on paper is light whatever the screen is, and cuts nothing off', async () => {
    const { page } = await open({ language: 'en', scheme: 'dark', width: 718 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).toBe('rgb(255, 255, 255)');
    const cut = `[...document.querySelectorAll('.scroll')].filter((it) => it.getBoundingClientRect().left + it.scrollWidth > 719).length`;
    expect(await page.evaluate(cut)).toBe(0);
  });

  it('on paper shows what is folded on the screen, the environment and each table', async () => {
    const { page } = await open({ language: 'en', scheme: 'light', width: 718 });
    const shown = `[...document.querySelectorAll('details .scroll')].filter((it) => it.checkVisibility()).length`;
    expect(await page.evaluate(shown)).toBe(0);
    const all = await page.evaluate<number>("document.querySelectorAll('details .scroll').length");
    expect(all).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(shown)).toBe(all);
  });

  it('leads by keyboard to the verdicts, to each run and to all that scrolls', async () => {
    const { page } = await open({ language: 'en', scheme: 'light', width: 390 });
    const stops: string[] = [];
    const stop = `document.activeElement.textContent.trim().slice(0, 30) + '|' + (document.activeElement.getAttribute('aria-label') ?? '')`;
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate<string>(stop));
    }
    expect(stops[0]).toBe('Skip to the verdicts|');
    expect(stops[1]).toBe('multi|');
    expect(stops.join()).toContain('Goodput over time');
  });

  it('runs nothing of what evidence says, and stays as wide as the screen', async () => {
    const view = { language: 'en', scheme: 'light', width: 390 } as const;
    const { page, complaints } = await open(view, hostileReport());
    await unfold(page);
    expect(await page.title()).toContain('what its packets prove');
    expect(complaints).toEqual([]);
    const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(scrolled).toBeLessThanOrEqual(view.width);
  });
});
