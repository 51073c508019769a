import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { LabError } from '../../src/errors.js';
import type { ImageInput, TopologyInput } from '../../src/model/generated/topology.js';
import { parseTopology } from '../../src/model/parse.js';
import { show } from '../../src/model/show.js';
import { askProgram, runTool } from '../helpers/run-tool.js';
import { hostile, pieces, sample, seed, unprintable } from './hostile-text.js';
import { writeLab } from './labs.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'subflow-hostile-image-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const sha256 = 'a'.repeat(64);
const anything = hostile([...pieces, ...unprintable, '\0', '~root', '../', '[1-9]', '{a,b}'], 60);

function labOf(mine: ImageInput): TopologyInput {
  const host = { interfaces: [{ segment: 'a' }] };
  return {
    ...{ name: 'hostile', segments: { a: {} }, nodes: { client: host, server: host } },
    ...{ image: 'mine', images: { mine }, experiments: [] },
  };
}

/** Those texts that a topology may have there; the others are refused, and the refusal names them. */
function accepted(texts: readonly string[], imageWith: (text: string) => ImageInput): string[] {
  return texts.filter((text) => {
    try {
      parseTopology(labOf(imageWith(text)));
      return true;
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      expect(error.message).toContain(`${show(text)} does not match ^`);
      return false;
    }
  });
}

/** Writes the lab and answers where its image's files are. */
function writeImage(name: string, mine: ImageInput): string {
  writeLab(join(root, name), labOf(mine));
  return join(root, name, 'images/mine');
}

const program = (name: string) => fileURLToPath(new URL(`programs/${name}`, import.meta.url));

/** A directory for PATH in which programs only write down how they are called. */
function recorders(...names: readonly string[]): string {
  const dir = mkdtempSync(join(root, 'bin-'));
  for (const name of names) symlinkSync(program('record-argv'), join(dir, name));
  return dir;
}

/** Runs a script with nothing but the recorders, to its end or to what they lack; answers what it called. */
function callsOf(script: string, ...names: readonly string[]): string[][] {
  const RECORD = join(mkdtempSync(join(root, 'record-')), 'calls');
  const run = '/bin/sh "$1" >/dev/null 2>&1 || true';
  const env = { RECORD, PATH: recorders(...names) };
  runTool(['/bin/sh', '-c', run, 'sh', script], { cwd: root, env });
  const words = readFileSync(RECORD, 'utf8').split('\0').slice(0, -1);
  const calls: string[][] = [];
  while (words.length > 0) calls.push(words.splice(0, Number(words[0]) + 2).slice(1));
  return calls;
}

describe(`an image of the user's own (seed ${seed})`, () => {
  it('has the box and the packages from files that Ruby reads: 400 paths', () => {
    const paths = accepted(sample(anything, 400), (file) => ({
      box: { name: 'mine', file, sha256 },
    }));
    expect(paths.length).toBeGreaterThan(100);
    const labs = paths.map((file, index) => ({ file, dir: `of-files/${index}` }));
    for (const { file, dir } of labs) {
      writeImage(dir, { box: { name: 'mine', file, sha256 }, debs: [{ from: file, sha256 }] });
    }
    const said = askProgram<{ calls: unknown[][]; canary: unknown }>(
      ['ruby', program('evaluate.rb')],
      labs.map(({ dir }) => join(root, dir)),
    );
    for (const [index, { file, dir }] of labs.entries()) {
      const path = resolve(root, dir, file);
      const links = { 'own.box': path, 'package-1.deb': path };
      expect(said[index]!.calls).toContainEqual(['links', links]);
      expect(said[index]!.canary).toBeNull();
    }
  });

  it('has the packages that sh hands to curl: 300 addresses', () => {
    const addresses = sample(anything, 300).map((text) => `https://a.example/${text}`);
    const debs = (from: string) => ({ debs: [{ from, sha256 }] });
    const taken = accepted(addresses, debs);
    expect(taken.length).toBeGreaterThan(30);
    const dir = writeImage('of-addresses', { debs: taken.flatMap((from) => debs(from).debs) });
    const calls = callsOf(join(dir, 'kernel.sh'), 'apt-get', 'curl', 'sha256sum', 'mkdir', 'rm');
    const fetched = calls.filter(([name]) => name === 'curl');
    expect(fetched.map((call) => call.at(-1))).toEqual(taken);
    expect(fetched.every((call) => call.includes('--globoff'))).toBe(true);
  });

  it('has the packages that sh hands to apt-get, each a word: 1,000 names', () => {
    const usual = fc.constantFrom('g++', 'lib', 'a', '-', '+', '.', '=', '/', '1:2~3', 'sid', '0');
    const close = fc.array(usual, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const names = sample(fc.oneof(anything, close), 1000);
    const taken = [...new Set(accepted(names, (name) => ({ packages: [name] })))];
    expect(taken.length).toBeGreaterThan(50);
    const dir = writeImage('of-packages', { packages: taken });
    const [, install] = callsOf(join(dir, 'packages.sh'), 'apt-get');
    expect(install!.slice(0, 5)).toEqual([
      ...['apt-get', '-q', '-y', 'install', '--no-install-recommends'],
    ]);
    expect(install!.slice(-taken.length)).toEqual(taken);
    // `NAME-` would have apt-get remove it.
    expect(taken.filter((name) => name.endsWith('-') || name.startsWith('-'))).toEqual([]);
  });

  it('has the mirror and the proxy that sed, apt and sh are told: 100 addresses', () => {
    const parts = ['%s', '%n', '%41', '~', ':~/', '@', '..', '//', ':', '-', 'a.example', '%', '_'];
    const addresses = sample(fc.oneof(hostile(parts, 60), anything), 1000).map(
      (it) => `http://${it}`,
    );
    const proxies = accepted(addresses, (proxy) => ({ proxy })).slice(0, 100);
    expect(accepted(addresses, (mirror) => ({ mirror })).slice(0, 100)).toEqual(proxies);
    expect(proxies.length).toBeGreaterThan(50);
    const dirs = proxies.map((address, index) =>
      writeImage(`of-mirrors/${index}`, {
        ...{ extends: 'debian-12-backports', mirror: address, proxy: address },
      }),
    );
    const PATH = [recorders('apt-get'), process.env['PATH']].join(delimiter);
    mkdirSync(join(root, 'home'));
    const env = { PATH, RECORD: '/dev/null', HOME: join(root, 'home'), LC_ALL: 'C.UTF-8' };
    const alone = ['unshare', '--user', '--map-root-user', '--mount'] as const;
    const said = runTool([...alone, program('read-sources'), ...dirs], { cwd: root, env });
    const words = said.toString().split('\0').slice(0, -1);
    expect(words).toEqual(
      proxies.flatMap((it) => [
        `deb ${it} bookworm main\ndeb ${it} bookworm-backports main`,
        ...[it, it],
      ]),
    );
  });

  it('has scripts as they are written: 1,000 texts', () => {
    const scripts = accepted(sample(anything, 1000), (script) => ({ scripts: [script] }));
    expect(scripts.length).toBeGreaterThan(100);
    const dir = writeImage('of-scripts', { scripts });
    for (const [index, script] of scripts.entries()) {
      const written = readFileSync(join(dir, `script-${index + 1}.sh`), 'utf8');
      const begun = script.startsWith('#!') ? script : `#!/bin/sh\nset -eu\n${script}`;
      expect(written).toBe(begun.endsWith('\n') ? begun : `${begun}\n`);
    }
  });

  it('leaves no trace of what its data would do', () => {
    expect(() => readFileSync(join(root, 'canary'))).toThrow('ENOENT');
  });
});
