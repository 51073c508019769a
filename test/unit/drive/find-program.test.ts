import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findProgram } from '../../../src/drive/find-program.js';
import { hostFacts } from '../../../src/drive/host-facts.js';
import { probeHost } from '../../../src/drive/netns/probe.js';
import { tempDir } from '../../helpers/temp-dir.js';

const context = { signal: new AbortController().signal, emit: () => undefined };

describe('a program that this user may not run', () => {
  afterEach(() => vi.unstubAllEnvs());

  async function forbidden(name: string): Promise<string> {
    const dir = await tempDir();
    await writeFile(join(dir, name), '');
    await chmod(join(dir, name), 0o644);
    vi.stubEnv('PATH', dir);
    return join(dir, name);
  }

  it('is told apart from one that is not installed', async () => {
    const file = await forbidden('subflow-test-tool');
    expect(findProgram('subflow-test-tool')).toEqual({ file, isRunnable: false });
    expect(findProgram('subflow-test-other')).toBeNull();
  });

  it('is told with the group to join', async () => {
    const file = await forbidden('dumpcap');
    const problems = await probeHost(context);
    expect(problems).toContainEqual({
      where: 'dumpcap',
      message: `${file} is installed, but this user may not run it`,
      next: 'On Debian and Ubuntu: sudo usermod -aG wireshark "$USER", then log in again.',
    });
    const facts = await hostFacts(context.signal);
    expect(facts['dumpcap']).toBe('installed, but not for this user');
  });
});
