import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { removeGoldenImage } from '../../../../src/drive/virtualbox/remove-golden-image.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const [golden, client, base, grown] = [1, 2, 3, 4].map(
  (digit) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`,
);

/** A machine of an image, and one whose disk hangs on its. */
const hdds = `UUID: ${base}\nParent UUID: base\nLocation: /b\nIn use by VMs: golden (UUID: ${golden})\n
UUID: ${grown}\nParent UUID: ${base}\nLocation: /g\nIn use by VMs: client (UUID: ${client})\n`;

/** A host with an image, and a VirtualBox with machines or none. */
async function host(machines: boolean) {
  const dir = await tempDir();
  const image = join(dir, 'home/subflow/mine-1');
  const vms = machines ? `echo '"golden" {${golden}}'; echo '"client" {${client}}'` : ':';
  const vboxmanage = `case "$*" in
'list vms') ${vms} ;;
'list --long hdds') cat '${dir}/hdds' ;;
'getextradata ${golden} enumerate') echo 'Key: subflow/image, Value: ${encodeURIComponent(image)}' ;;
esac`;
  await writeFiles(dir, {
    hdds,
    ...{ 'bin/VBoxManage': `#!/bin/sh\n${vboxmanage}\n`, 'bin/vagrant': '#!/bin/sh\n' },
    'home/subflow/mine-1/Vagrantfile': '',
    'home/subflow/mine-1/.vagrant/machines/default/virtualbox/id': golden!,
  });
  for (const name of ['VBoxManage', 'vagrant']) await chmod(join(dir, 'bin', name), 0o755);
  vi.stubEnv('PATH', `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('VAGRANT_HOME', join(dir, 'home'));
  return image;
}

/** As it was found when no machine was a clone of it. */
const found = (dir: string) => ({
  ...{ id: 'mine-1', dir, built: true, machine: golden!, sizeBytes: 0, clones: [] },
});
const remove = async (dir: string) => removeGoldenImage(found(dir), new AbortController().signal);

describe('an image that no machine was a clone of', () => {
  test('is removed', async () => {
    const dir = await host(false);
    await remove(dir);
    expect(existsSync(dir)).toBe(false);
  });

  test('stays where one became a clone of it meanwhile', async () => {
    const dir = await host(true);
    await expect(remove(dir)).rejects.toThrow('machines are clones of it');
    expect(existsSync(join(dir, 'Vagrantfile'))).toBe(true);
  });

  test('stays while another process has its lock', async () => {
    const dir = await host(false);
    const other = spawn('flock', [join(dir, 'lock'), 'sh', '-c', 'echo held; cat']);
    await once(other.stdout, 'data');
    await expect(remove(dir)).rejects.toThrow('another process builds it, clones it or removes it');
    other.stdin.end();
    await once(other, 'exit');
    await remove(dir);
    expect(existsSync(dir)).toBe(false);
  });
});
