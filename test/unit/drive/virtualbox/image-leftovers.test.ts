import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { imageLeftovers } from '../../../../src/drive/virtualbox/image-leftovers.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('images without their machine are left over, those that have no more than their lock too', async () => {
  const home = await tempDir();
  vi.stubEnv('VAGRANT_HOME', home);
  const whole = '.vagrant/machines/default/virtualbox/whole';
  await writeFiles(join(home, 'subflow'), {
    'locked/lock': '',
    'begun/Vagrantfile': '',
    'gone/Vagrantfile': '',
    [`gone/${whole}`]: 'uuid',
    'a-file': '',
  });
  const found = imageLeftovers([]).sort((a, b) => a.name.localeCompare(b.name));
  expect(found.map(({ name, orphaned }) => [name, orphaned])).toEqual([
    [join(home, 'subflow/begun'), false],
    [join(home, 'subflow/gone'), true],
    [join(home, 'subflow/locked'), false],
  ]);
  for (const leftover of found) await leftover.remove(new AbortController().signal);
  expect(await readdir(join(home, 'subflow'))).toEqual(['a-file']);
});
