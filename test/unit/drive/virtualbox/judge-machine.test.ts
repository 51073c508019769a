import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeMachine, type World } from '../../../../src/drive/virtualbox/judge-machine.js';

const uuid = 'e632f829-c267-4ab6-ac25-4fe3c906ca6b';
const directory = '/home/ada/labs/two paths';
const digest = createHash('sha256').update(directory).digest('hex').slice(0, 8);
const image = '/home/ada/.vagrant.d/subflow/debian-12-82b6da424cd4';
const nowMs = 1_700_000_000_000;

const world: World = {
  exists: () => true,
  recordedIds: () => [],
  hasExistingVm: () => false,
  isRecorded: () => false,
  isInUse: () => true,
  nowMs,
  clonePatienceMs: 600_000,
};
const knowing: World = { ...world, recordedIds: () => [uuid] };
const empty: World = { ...world, exists: () => false };
const unused: World = { ...world, isInUse: () => false };
const recorded: World = { ...unused, isRecorded: () => true };
const patient: World = { ...world, clonePatienceMs: Infinity };
const untold: World = { ...world, isInUse: () => null };

const ofNode = { directory, node: 'client', image };
const ofGolden = { directory: null, node: null, image };
const node = { name: `two-${digest}-client`, uuid, mark: ofNode, clones: [] };
const golden = {
  name: 'debian-12-82b6da424cd4_default_1700000000000_31337',
  uuid,
  mark: ofGolden,
  clones: [],
};
const clone = (begunMs: number) => ({ ...golden, name: `temp_clone_${begunMs}_4711` });

describe('a machine with a mark', () => {
  it.each([
    ['a node whose directory is gone', node, empty, true],
    ['a node that its directory does not know', node, world, true],
    ['a node that its directory knows', node, knowing, false],
    ["a clone of the user's VM", node, { ...world, hasExistingVm: () => true }, false],
    ['a golden machine whose directory is gone', golden, empty, true],
    ['a golden machine that its directory does not know', golden, world, true],
    ['a golden machine that its directory knows', golden, knowing, false],
    ['a clone begun an hour ago', clone(nowMs - 3_600_000), world, true],
    ['a clone begun just now', clone(nowMs - 5000), world, false],
    ['a clone begun just now of an image that is not in use', clone(nowMs - 5000), unused, true],
    ['a clone begun just now where nobody can tell', clone(nowMs - 5000), untold, false],
    ['a clone begun an hour ago that some lab knows', clone(nowMs - 3_600_000), recorded, false],
    ['a clone begun an hour ago, for who has time', clone(nowMs - 3_600_000), patient, false],
  ])('that is %s', (_, machine, seen, orphaned) => {
    expect(judgeMachine(machine, seen)?.orphaned).toBe(orphaned);
  });

  it.each([
    ["a node's mark and another name", { ...node, name: 'client Clone' }],
    ["a node's mark and another node's name", { ...node, name: `two-${digest}-server` }],
    ["a node's mark and no lab's name", { ...node, name: `-${digest}-client` }],
    ['the mark of another directory', { ...node, mark: { ...ofNode, directory: '/else' } }],
    ["an image's mark and a name of the user's", { ...golden, name: 'debian-12 Clone' }],
    ['no mark at all', { ...node, mark: { directory: null, node: null, image: null } }],
    ['half a mark', { ...node, mark: { directory, node: null, image: null } }],
  ])('that has %s is a copy, and foreign', (_, machine) => {
    expect(judgeMachine(machine, empty)).toBeNull();
  });

  it.each([node, golden, clone(0)])('stays while linked clones hang on it: $name', (machine) => {
    const standing = judgeMachine({ ...machine, clones: ['my copy'] }, empty);
    expect(standing?.orphaned).toBe(false);
    expect(standing?.reason).toMatch(/, but linked clones need it: my copy$/);
  });
});
