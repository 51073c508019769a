import { expect, test } from 'vitest';
import { parseMark, parseSettings } from '../../../../src/drive/virtualbox/mark.js';
import { linkedClonesOf, parseMedia } from '../../../../src/drive/virtualbox/media.js';

test('a mark is read from extra data among other things', () => {
  const text = [
    'Key: GUI/LastCloseAction, Value: PowerOff',
    'Key: subflow/directory, Value: %2Fhome%2Fada%2Fmy+labs%2F%C3%BC',
    'Key: subflow/node, Value: client',
    '',
  ].join('\r\n');
  expect(parseMark(text)).toEqual({
    directory: '/home/ada/my labs/ü',
    node: 'client',
    image: null,
  });
});

test.each(['', 'No value set!\n', 'Key: subflow/directory, Value: %E0%A4%A\n'])(
  'no mark is read from %j',
  (text) => {
    expect(parseMark(text)).toEqual({ directory: null, node: null, image: null });
  },
);

test("a mark is read from a machine's settings file", () => {
  const uuid = '4d27cdf9-21f7-42ad-bb04-18cca243ad5d';
  const xml = `<?xml version="1.0"?>
<VirtualBox xmlns="http://www.virtualbox.org/" version="1.20-linux">
  <Machine uuid="{${uuid}}" name="two-0a1b2c3d-client" OSType="Debian_64">
    <ExtraData>
      <ExtraDataItem name="subflow/image" value="%2Fx"/>
    </ExtraData>
  </Machine>
</VirtualBox>`;
  const mark = { directory: null, node: null, image: '/x' };
  expect(parseSettings(xml)).toEqual({ name: 'two-0a1b2c3d-client', uuid, mark });
  expect(parseSettings('half a fi')).toBeNull();
});

const [base, grown, clone] = [
  '86e64c02-c4ab-4b63-97ab-f47cebb94df8',
  'f104edc2-dc02-41a5-bd99-b4004b93da03',
  'c74977f6-22d8-4013-b2a9-c2703f8cd77c',
];
const golden = 'e632f829-c267-4ab6-ac25-4fe3c906ca6b';
const client = '26c5c15a-f77f-4de7-8fb0-19217362c8a3';

/** As VirtualBox 7.2 prints it. */
const hdds = `UUID:           ${base}
Parent UUID:    base
State:          created
Type:           normal (base)
Location:       /m/golden/golden.vmdk
In use by VMs:  golden (UUID: ${golden}) [base (UUID: 5c402783-442c-428a-8f75-721e8303f5e9)]
Child UUIDs:    ${grown}
                ${clone}

UUID:           ${grown}
Parent UUID:    ${base}
Location:       /m/golden/Snapshots/{${grown}}.vmdk
In use by VMs:  golden (UUID: ${golden})

UUID:           ${clone}
Parent UUID:    ${base}
Location:       /m/client/Snapshots/{${clone}}.vmdk
In use by VMs:  client (UUID: ${client})
`;

test('disks are read with their parents and users', () => {
  expect(parseMedia(hdds)).toEqual([
    { uuid: base, parent: null, location: '/m/golden/golden.vmdk', usedBy: [golden] },
    {
      uuid: grown,
      parent: base,
      location: `/m/golden/Snapshots/{${grown}}.vmdk`,
      usedBy: [golden],
    },
    {
      uuid: clone,
      parent: base,
      location: `/m/client/Snapshots/{${clone}}.vmdk`,
      usedBy: [client],
    },
  ]);
  expect(parseMedia('')).toEqual([]);
});

test('linked clones are the machines whose disks hang on the machine’s', () => {
  expect(linkedClonesOf(golden, parseMedia(hdds))).toEqual([client]);
  expect(linkedClonesOf(client, parseMedia(hdds))).toEqual([]);
});
