import { expect, test } from 'vitest';
import { readRanges, readVersion } from '../../../../src/drive/virtualbox/look-at-host.js';
import { isBefore, seriesOf } from '../../../../src/drive/virtualbox/version.js';

test.each([
  ['7.0.26r168464\n', '', '7.0.26r168464', null],
  ['7.0.20_Debianr163906\n', '', '7.0.20_Debianr163906', null],
  [
    'WARNING: The vboxdrv kernel module is not loaded.\n         Please reinstall.\n7.0.20r1\n',
    '',
    '7.0.20r1',
    'WARNING: The vboxdrv kernel module is not loaded. Please reinstall.',
  ],
  ['', 'VBoxManage: error: no daemon\n', null, 'VBoxManage: error: no daemon'],
])('of %j and %j the version is %j and the complaint %j', (stdout, stderr, version, complaint) => {
  expect(readVersion({ stdout, stderr })).toEqual({ version, complaint });
});

test('a program that is not there says neither', () => {
  expect(readVersion(null)).toEqual({ version: null, complaint: null });
});

test('ranges of host-only networks stand behind asterisks, several in a line', () => {
  const text = '# comment\n* 10.0.0.0/8 192.168.0.0/16\n\n * 2001::/64\nother\n';
  expect(readRanges(text)).toEqual(['10.0.0.0/8', '192.168.0.0/16', '2001::/64']);
});

test.each([
  ['7.2.9', '7.2.10', true],
  ['7.2.10r5', '7.2.10', false],
  ['7.1', '7.1.0', false],
  ['10.0.0', '9.9.9', false],
  ['6.1.50_Ubuntu', '7.0.0', true],
])('version %s comes before %s: %s', (version, other, before) => {
  expect(isBefore(version, other)).toBe(before);
});

test('the series of a version is its first two numbers', () => {
  expect(seriesOf('7.0.26r168464')).toBe('7.0');
});
