import { describe, expect, test } from 'vitest';
import { parseVmInfo, parseVms } from '../../../../src/drive/virtualbox/vboxmanage.js';

const uuid = '0b4d2a37-8c1e-4f0e-9a55-6f2f5e3c1d7a';

describe('the machines VBoxManage lists', () => {
  test('have names with anything in them', () => {
    expect(parseVms(`"my "old" {x} VM" {${uuid}}\r\n`)).toEqual([
      { name: 'my "old" {x} VM', uuid },
    ]);
  });

  test('may be beyond reading', () => {
    expect(parseVms(`<inaccessible> {${uuid}}\n`)).toEqual([{ name: '<inaccessible>', uuid }]);
  });

  test('are none where it lists none', () => {
    expect(parseVms('')).toEqual([]);
  });
});

test('what VBoxManage says of a machine has keys and values in quotes or not', () => {
  const info = parseVmInfo(
    'name="lab-client"\nmemory=512\n"subflow-1-0"="/a=b/seed.iso"\nForwarding(0)="ssh,tcp,127.0.0.1,2222,,22"\n',
  );
  expect(Object.fromEntries(info)).toEqual({
    name: 'lab-client',
    memory: '512',
    'subflow-1-0': '/a=b/seed.iso',
    'Forwarding(0)': 'ssh,tcp,127.0.0.1,2222,,22',
  });
});
