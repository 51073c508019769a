import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/render-report.js';
import type { ReportLanguage } from '../../src/report/report-input.js';
import { sampleReport } from '../helpers/sample-report.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const quietly = ['--disable-quic', '--no-first-run', '--disable-background-networking'];

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly object[] }[];
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

  async function open(language: ReportLanguage, scheme: 'light' | 'dark', width: number) {
    const file = join(dir, `${language}.html`);
    await writeFile(file, renderReport(sampleReport(), 'html', language));
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

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 390],
    ['ja', 'dark', 1280],
    ['ja', 'light', 390],
  ] as const)('has no fault, in %s, %s, %i px wide', async (language, scheme, width) => {
    const { page, complaints } = await open(language, scheme, width);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(scrolled).toBeLessThanOrEqual(width);
  });
});
