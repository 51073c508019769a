import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labOfRule } from '../helpers/broken-labs.js';
import { cli, resultOf, startCli } from '../helpers/cli.js';
import { runTool } from '../helpers/run-tool.js';

const rule = 'routing/no-source-rule';
const root = mkdtempSync(join(tmpdir(), 'subflow-report-'));
const dir = join(root, 'lab');

/** Prints what Python's parser finds in JUnit XML: attributes and tags by element. */
const readJunit = `
import json, sys, xml.etree.ElementTree as tree
root = tree.parse(sys.stdin.buffer).getroot()
print(json.dumps([[s.attrib, [[c.attrib, [r.tag for r in c]] for c in s]] for s in root]))
`;

type Attributes = Readonly<Record<string, string>>;
type Suite = readonly [Attributes, readonly (readonly [Attributes, readonly string[]])[]];

const report = (...args: string[]) => cli(root, 'report', '--dir', dir, ...args);

describe('the report of the worst mistake: perfect counters and an empty second interface', () => {
  beforeAll(async () => {
    const lab = labOfRule(rule, 'broken');
    try {
      await lab.up({ dir, allow: [rule] });
      await lab.verify({ dir });
    } finally {
      await lab.destroy({ dir });
    }
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('draws the second link idle, and names it in the verdict', async () => {
    const { stdout } = await report('--out', '-');
    expect(stdout.match(/<g class="link idle /g)).toHaveLength(1);
    expect(stdout).toContain('<p class="alarm">Carried next to nothing: pathB.</p>');
    expect(stdout).toMatch(/<text class="alarm"[^>]*>IDLE</);
    expect(stdout).toMatch(/<text class="alarm"[^>]*>packets of 192.168.20.20 went by here</);
    expect(stdout).toMatch(/<li class="fail">.*leaves by enp0s3 instead of enp0s8/);
    expect(stdout).toContain('<strong>No rule for the source address</strong>');
  });

  it('has goodput and sequence of both subflows, which share one interface', async () => {
    const { stdout } = await report('--format', 'json');
    const { runs } = JSON.parse(stdout) as {
      runs: { transfer: { bytes: number; subflows: { devices: string[]; bytes: number }[] } }[];
    };
    const { subflows, bytes } = runs[0]!.transfer;
    expect(subflows.map(({ devices }) => devices)).toEqual([['enp0s3'], ['enp0s3']]);
    expect(bytes).toBeGreaterThan(1_000_000);
    for (const it of subflows) expect(it.bytes).toBeGreaterThan(0);
  });

  it.each(['html', 'md', 'json', 'junit', 'tap'])(
    'is the same in another process, place, language and time zone, as %s',
    async (format) => {
      const args = ['report', '--dir', dir, '--format', format, '--out', '-'];
      const here = await resultOf(startCli(root, args, { TZ: 'UTC', LC_ALL: 'C' }));
      const elsewhere = { TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' };
      const there = await resultOf(startCli('/', args, elsewhere));
      expect(here.exitCode).toBe(0);
      expect(here.stdout.length).toBeGreaterThan(500);
      expect(there.stdout).toBe(here.stdout);
      expect(here.stdout).not.toContain(root);
    },
  );

  it('is XML as JUnit, with cases and failures as its suites count them', async () => {
    const { stdout } = await report('--format', 'junit');
    const printed = runTool(['python3', '-c', readJunit], { input: stdout }).toString();
    const suites = JSON.parse(printed) as Suite[];
    expect(suites.map(([{ name }]) => name)).toEqual(['multi-subflow']);
    for (const [{ tests, failures, errors, skipped }, cases] of suites) {
      const of = (tag: string) => String(cases.filter(([, tags]) => tags.includes(tag)).length);
      expect([tests, failures]).toEqual([String(cases.length), of('failure')]);
      expect([errors, skipped]).toEqual([of('error'), of('skipped')]);
    }
    const failed = suites[0]![1].filter(([, tags]) => tags.includes('failure'));
    expect(failed.map(([{ name }]) => name)).toEqual(['path-payload']);
  });

  /** An opener that does as the script says, first in PATH. */
  async function openWith(script: string, variables: NodeJS.ProcessEnv = {}) {
    const bin = join(root, 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'wslview'), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, 'wslview'), 0o755);
    const env = { CI: undefined, PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...variables };
    const args = ['report', '--dir', dir, '--out', 'a page.html', '--open'];
    return resultOf(startCli(root, args, env));
  }

  it('is opened by the program of the desktop, which is given its path whole', async () => {
    const log = join(root, 'opened');
    const { exitCode, stderr } = await openWith(`printf '%s|' "$@" > '${log}'`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(await readFile(log, 'utf8')).toBe(`${join(root, 'a page.html')}|`);
  });

  it('is written though it cannot be opened, and says why', async () => {
    const { exitCode, stdout, stderr } = await openWith('exit 3');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'a page.html\n' });
    expect(stderr).toMatch(/not opened: wslview could not open it \(exit code 3\)/);
    expect(stderr).toContain(`Open it by hand: ${join(root, 'a page.html')}`);
  });

  it('is never opened in CI', async () => {
    const log = join(root, 'never');
    const { exitCode, stderr } = await openWith(`touch '${log}'`, { CI: 'true' });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/nobody looks at a browser in CI/);
    await expect(readFile(log)).rejects.toThrow();
  });

  it('cannot be opened where it goes to stdout', async () => {
    const { exitCode, stderr } = await report('--format', 'md', '--open');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/--out FILE/);
  });
});
