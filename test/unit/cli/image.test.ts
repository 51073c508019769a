import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../src/cli/call.js';
import { image } from '../../../src/cli/verbs/image.js';
import { imageProfiles } from '../../../src/images/profiles.js';
import { mptcpLab } from '../../../src/presets/mptcp-lab.js';
import { writeFiles } from '../../helpers/cli.js';
import { tempDir } from '../../helpers/temp-dir.js';

const { signal } = new AbortController();
const called = async (...args: string[]) =>
  await image({ args, options: {}, signal, emit: () => undefined } as unknown as Call);

beforeEach(async () => {
  vi.stubEnv('VAGRANT_HOME', await tempDir());
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('subflow image', () => {
  it('lists every profile, the default and the unproved ones marked', async () => {
    const { text = '' } = await called('list');
    expect(text).toMatch(/^debian-13 .* \[default, proved\]$/m);
    for (const { name, proved } of imageProfiles) {
      expect(text).toMatch(
        new RegExp(`^${name} .*${proved ? '[ \\[]proved' : 'unproved'}\\]$`, 'm'),
      );
    }
  });

  it('shows a profile, with what it cannot do', async () => {
    const { text, document } = await called('show', 'ubuntu-21.04');
    expect(text).toMatch(/^disk +15 GB$/m);
    expect(text).toMatch(/^cannot +Its kernel 5\.10\.0-14-generic was replaced/m);
    expect(document).toBe(imageProfiles.find(({ name }) => name === 'ubuntu-21.04'));
  });

  it('refuses an unknown profile with the one most likely meant', async () => {
    await expect(called('show', 'debian12')).rejects.toThrow('Did you mean "debian-12"?');
  });

  it.each([
    [['bake'], 'takes one of: build, list, show, remove, prune'],
    [['toString'], 'takes one of'],
    [['show'], 'show takes a name'],
    [['remove'], 'remove takes a name'],
    [['prune', 'debian-12'], 'prune takes no name'],
  ])('refuses %j', async (args, message) => {
    await expect(called(...args)).rejects.toThrow(message);
  });

  it('removes nothing that is not there', async () => {
    await expect(called('remove', 'debian-12')).rejects.toThrow(
      'there is no image "debian-12" on this host',
    );
  });

  it('builds in no directory that has a lab, and leaves its files alone', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { '.state/netns.json': '{}', 'lab.json': 'of that lab' });
    await writeFiles(dir, { 'lab.yaml': JSON.stringify(mptcpLab()) });
    const args = ['build', join(dir, 'lab.yaml')];
    const call = { args, options: { dir }, signal, emit: () => undefined } as unknown as Call;
    await expect(image(call)).rejects.toMatchObject({ code: 'lab-running' });
    expect(await readFile(join(dir, 'lab.json'), 'utf8')).toBe('of that lab');
  });
});
