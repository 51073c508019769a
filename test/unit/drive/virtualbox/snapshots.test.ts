import { expect, test } from 'vitest';
import { parseSnapshots } from '../../../../src/drive/virtualbox/snapshots.js';

test('the names of snapshots, those taken on top of others too', () => {
  const said =
    'SnapshotName="lab"\r\nSnapshotUUID="a"\nSnapshotName-1="before-upgrade"\nSnapshotUUID-1="b"\n' +
    'SnapshotName-1-1="after"\nCurrentSnapshotName="after"\nCurrentSnapshotNode="SnapshotName-1-1"\n';
  expect(parseSnapshots(said)).toEqual(['lab', 'before-upgrade', 'after']);
});

test('there are none where VBoxManage says so', () => {
  expect(parseSnapshots('This machine does not have any snapshots\n')).toEqual([]);
});
