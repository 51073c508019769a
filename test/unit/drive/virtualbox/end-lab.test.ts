import { chmod, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { endLab } from '../../../../src/drive/virtualbox/end-lab.js';
import type { LabEvent } from '../../../../src/model/event.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const uuid = '11111111-0000-4000-8000-000000000000';
const clone = 'temp_clone_1700000000000_4711';

/** A host where a killed Vagrant left a clone that it had not named, in that state. */
async function host(state: string, { isRemovable }: { readonly isRemovable: boolean }) {
  const dir = await tempDir();
  const image = join(dir, 'home/subflow/mine-1');
  const vboxmanage = `case "$*" in
'list vms') echo '"${clone}" {${uuid}}' ;;
'getextradata ${uuid} enumerate') echo 'Key: subflow/image, Value: ${encodeURIComponent(image)}' ;;
'showvminfo ${uuid} --machinereadable') printf 'name="${clone}"\\nVMState="${state}"\\n' ;;
'unregistervm ${uuid} --delete') echo removed >>'${dir}/removed'; exit ${isRemovable ? 0 : 1} ;;
esac`;
  await writeFiles(dir, {
    'bin/VBoxManage': `#!/bin/sh\n${vboxmanage}\n`,
    'home/subflow/mine-1/lock': '',
    'lab/lab.json': '',
    removed: '',
  });
  await chmod(join(dir, 'bin/VBoxManage'), 0o755);
  vi.stubEnv('PATH', `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('VAGRANT_HOME', join(dir, 'home'));
  const events: LabEvent[] = [];
  const emit = (event: LabEvent) => events.push(event);
  await endLab(join(dir, 'lab'), { signal: new AbortController().signal, emit });
  return { events, removed: await readFile(join(dir, 'removed'), 'utf8') };
}

const told = { type: 'step', detail: `removing ${clone}: a clone that was never finished` };

describe('a clone that a killed Vagrant had not named', () => {
  test('is removed when a lab is destroyed, and told', async () => {
    const { events, removed } = await host('poweroff', { isRemovable: true });
    expect(events).toMatchObject([told]);
    expect(removed).toBe('removed\n');
  });

  test('does not fail the lab that is destroyed where it cannot be removed', async () => {
    const { events, removed } = await host('poweroff', { isRemovable: false });
    expect(events).toMatchObject([told]);
    expect(removed).toBe('removed\n');
  });

  test('stays where somebody started it', async () => {
    const { events, removed } = await host('running', { isRemovable: true });
    expect(events).toEqual([]);
    expect(removed).toBe('');
  });
});
