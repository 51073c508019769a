import { expect, test } from 'vitest';
import { parseMessage } from '../../../../src/drive/virtualbox/machine-readable.js';

test('a message of Vagrant has its commas and line ends back', () => {
  const line = String.raw`1732467600,client,ui,info,Cloning%!(VAGRANT_COMMA) then booting\nNow`;
  expect(parseMessage(line)).toEqual({
    target: 'client',
    type: 'ui',
    data: ['info', 'Cloning, then booting\nNow'],
  });
});

test('a line of Ruby is no message', () => {
  expect(parseMessage('/usr/lib/ruby/x.rb:3: warning: a, b, c')).toBeNull();
});
