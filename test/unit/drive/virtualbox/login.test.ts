import { createServer } from 'node:net';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort, loginCommand, loginOf } from '../../../../src/drive/virtualbox/login.js';
import { parseVmInfo } from '../../../../src/drive/virtualbox/vboxmanage.js';
import { mptcpLab } from '../../../../src/presets/mptcp-lab.js';
import { virtualboxPlan } from '../../../helpers/virtualbox-files.js';

const info = parseVmInfo(
  'name="edge"\nForwarding(0)="web,tcp,,8080,,80"\nForwarding(1)="ssh,tcp,127.0.0.1,40022,,22"\n',
);
const ssh = { user: 'ada', identityFile: 'keys/edge' };

describe("the way into a router that is a VM of the user's", () => {
  it('is a NAT adapter behind those of the lab, forwarded from the loopback alone', () => {
    const plan = virtualboxPlan(mptcpLab());
    const router = plan.nodes.find(({ name }) => name === 'router')!;
    expect(loginCommand(plan, router, 'clone', 40022)).toEqual([
      ...['modifyvm', 'clone', '--nic4', 'nat', '--natnet4', '10.0.2.0/24'],
      ...['--macaddress4', expect.stringMatching(/^080027[0-9A-F]{6}$/) as string],
      ...['--cableconnected4', 'on', '--natpf4', 'ssh,tcp,127.0.0.1,40022,,22'],
    ]);
  });

  it('is the port that VirtualBox forwards', () => {
    expect(loginOf(info, ssh, '/lab')).toMatchObject({
      host: '127.0.0.1',
      port: 40022,
      user: 'ada',
    });
    expect(loginOf(new Map(), ssh, '/lab')).toBeNull();
  });

  it.each([
    ['keys/edge', '/lab/keys/edge'],
    ['~/.ssh/edge', join(homedir(), '.ssh/edge')],
    ['~ada/edge', '/lab/~ada/edge'],
    ['/etc/edge', '/etc/edge'],
  ])('takes the key %s from %s', (identityFile, path) => {
    expect(loginOf(info, { ...ssh, identityFile }, '/lab')!.identityFile).toBe(path);
  });

  it('is a port that is free', async () => {
    const server = createServer().listen(await freePort(), '127.0.0.1');
    await once(server, 'listening');
    server.close();
  });
});
