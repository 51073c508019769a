import { chmod } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parseSshConfig, sshTargets } from '../../../../src/drive/virtualbox/ssh-config.js';
import { writeFiles } from '../../../helpers/cli.js';
import { tempDir } from '../../../helpers/temp-dir.js';

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

/** A Vagrant that fails so the first time, on standard error alone, and says the next time how to log in. */
async function vagrantThatFirst(says: string): Promise<string> {
  const dir = await tempDir();
  const script = `#!/bin/sh
if [ ! -e asked ]; then
  touch asked
  echo "${says}" >&2
  exit 1
fi
cat <<'END'
${config}END
`;
  await writeFiles(dir, { 'bin/vagrant': script });
  await chmod(join(dir, 'bin/vagrant'), 0o755);
  vi.stubEnv('PATH', `${join(dir, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`);
  return dir;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  "Vagrant can't use the requested machine because it is locked! This\nmeans that another Vagrant process is currently reading or modifying\nthe machine.",
  "An action 'read_state' was attempted on the machine 'client',\nbut another process is already executing an action on the machine.",
])('Vagrant is asked again where another one holds a machine: %s', async (says) => {
  const dir = await vagrantThatFirst(says);
  const targets = await sshTargets(['client'], dir, new AbortController().signal);
  expect([...targets.keys()]).toEqual(['client', 'server']);
});

test('Vagrant is not asked again where it fails for another reason', async () => {
  const dir = await vagrantThatFirst('It failed.');
  await expect(sshTargets(['client'], dir, new AbortController().signal)).rejects.toThrow(
    'vagrant ssh-config client: It failed.',
  );
});
