import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseSnapshots, snapshotNames } from '../../../../src/drive/virtualbox/snapshots.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the names of snapshots, those taken on top of others too', () => {
  const said =
    'SnapshotName="lab"\r\nSnapshotUUID="a"\nSnapshotName-1="before-upgrade"\nSnapshotUUID-1="b"\n' +
    'SnapshotName-1-1="after"\nCurrentSnapshotName="after"\nCurrentSnapshotNode="SnapshotName-1-1"\n';
  expect(parseSnapshots(said)).toEqual(['lab', 'before-upgrade', 'after']);
});

describe('of a machine', () => {
  /** As a VBoxManage that runs the lines of sh has them. */
  async function named(vboxmanage: string): Promise<string[]> {
    const dir = await tempDir();
    await writeFiles(dir, { VBoxManage: `#!/bin/sh\n${vboxmanage}\n` });
    await chmod(join(dir, 'VBoxManage'), 0o755);
    vi.stubEnv('PATH', `${dir}${delimiter}${process.env['PATH'] ?? ''}`);
    return snapshotNames('uuid', new AbortController().signal);
  }

  test('there are those that VBoxManage lists', async () => {
    expect(await named(`echo 'SnapshotName="lab"'`)).toEqual(['lab']);
  });

  test('there are none where VBoxManage says so, and fails', async () => {
    expect(await named('echo This machine does not have any snapshots; exit 1')).toEqual([]);
  });

  test.each([
    'echo "VBoxManage: error: The object is not ready" >&2; exit 1',
    'echo "VBoxManage: error: The object is not ready" >&2',
  ])('nobody knows where it fails otherwise: %s', async (vboxmanage) => {
    await expect(named(vboxmanage)).rejects.toThrow('The object is not ready');
  });
});
