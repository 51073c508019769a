import { expect, test } from 'vitest';
import { parseSshConfig } from '../../../../src/drive/virtualbox/ssh-config.js';

const config = `Host client
  HostName 127.0.0.1
  User vagrant
  Port 2222
  StrictHostKeyChecking no
  IdentityFile "/home/me/my labs/.vagrant/machines/client/virtualbox/private_key"
  IdentitiesOnly yes

Host server
  HostName 127.0.0.1
  User vagrant
  Port 2200
  IdentityFile /labs/key
`;

test('Vagrant says of every machine how to log in', () => {
  expect([...parseSshConfig(config)]).toEqual([
    [
      'client',
      {
        host: '127.0.0.1',
        port: 2222,
        user: 'vagrant',
        identityFile: '/home/me/my labs/.vagrant/machines/client/virtualbox/private_key',
      },
    ],
    ['server', { host: '127.0.0.1', port: 2200, user: 'vagrant', identityFile: '/labs/key' }],
  ]);
});

test('a section that does not say how is left out', () => {
  expect([...parseSshConfig('Host odd\n  HostName 127.0.0.1\n')]).toEqual([]);
});
