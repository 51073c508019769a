import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imageProfiles } from '../../src/images/profiles.js';
import { buildLab } from '../../src/index.js';
import { isKernelForcing } from '../../src/model/planned-image.js';
import { runTool } from '../helpers/run-tool.js';
import { virtualboxFiles } from '../helpers/virtualbox-files.js';
import { labs } from './labs.js';
import { profileLabs } from './profile-labs.js';

interface UserData {
  readonly write_files: readonly { path: string; content: string }[];
}

const root = mkdtempSync(join(tmpdir(), 'subflow scripts '));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A lab's files that are shell scripts, and those its user-data carries. */
function scriptsOf(files: Iterable<readonly [string, string]>): [string, string][] {
  return [...files].flatMap(([path, text]) => {
    if (path.endsWith('/user-data')) {
      const carried = (parse(text) as UserData).write_files;
      return scriptsOf(carried.map((file) => [join(path, file.path), file.content] as const));
    }
    return text.startsWith('#!/bin/sh') ? [[path, text]] : [];
  });
}

/** Writes them below `root` and answers where. */
function write(folder: string, scripts: readonly [string, string][]): string[] {
  return scripts.map(([path, text]) => {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}

const shellcheck = (files: readonly string[]) =>
  runTool(['shellcheck', '--external-sources', ...files]).toString();

describe('shellcheck', () => {
  it('passes every script of every lab for VirtualBox', () => {
    const written = labs.flatMap((lab) => {
      const files = [...virtualboxFiles(lab)].map(([path, it]) => [path, it.toString()] as const);
      return write(lab.name, scriptsOf(files));
    });
    const named = (end: string) => written.filter((file) => file.endsWith(end)).length;
    expect(named('/sbin/subflow-node')).toBeGreaterThan(labs.length);
    for (const { name, forcing } of imageProfiles) {
      const steps = ['packages', 'seal', ...forcing.filter(isKernelForcing)];
      for (const step of steps) {
        expect(named(`/images/${name}/${step}.sh`), `${name}: ${step}`).toBeGreaterThan(0);
      }
    }
    for (const step of ['sources', 'kernel', 'tcpdump', 'script-1', 'script-2']) {
      expect(named(`/${step}.sh`), step).toBeGreaterThan(0);
    }
    expect(named('/node.sh')).toBe(1);
    expect(shellcheck(written)).toBe('');
  });

  it('passes every script of every lab in namespaces', () => {
    // Namespaces have no images.
    const inNamespaces = labs.filter((lab) => !profileLabs.includes(lab));
    const written = inNamespaces.flatMap((lab) => {
      const { artifacts } = buildLab(lab, { provider: 'netns' });
      const files = artifacts.map(({ path, content }) => [path, String(content)] as const);
      return write(`netns/${lab.name}`, scriptsOf(files));
    });
    expect(written.length).toBeGreaterThan(2 * inNamespaces.length);
    expect(shellcheck(written)).toBe('');
  });

  it("passes the project's own scripts", () => {
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const tracked = runTool(['git', 'grep', '-lE', '^#!/bin/(ba)?sh'], { cwd }).toString();
    const files = tracked
      .trimEnd()
      .split('\n')
      .filter((file) => !/^(test\/golden|examples)\/|\.(ejs|ts|md)$/.test(file));
    expect(files).toContain('scripts/setup');
    expect(shellcheck(files.map((file) => join(cwd, file)))).toBe('');
  });
});

describe('systemd', () => {
  it('takes the unit without complaint', () => {
    const text = virtualboxFiles(labs[0]!).get('nodes/client/user-data')!.toString();
    const unit = (parse(text) as UserData).write_files.at(-1)!;
    const file = join(root, 'subflow-node.service');
    writeFileSync(file, unit.content.replace('/usr/local/sbin/subflow-node', '/bin/true'));
    expect(runTool(['systemd-analyze', 'verify', file]).toString()).toBe('');
  });
});
