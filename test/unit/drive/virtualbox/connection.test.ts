import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../../../../src/drive/virtualbox/connection.js';
import { freePort } from '../../../../src/drive/virtualbox/login.js';
import { tempDir } from '../../../helpers/temp-dir.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

async function target(port: number) {
  const identityFile = join(await tempDir(), 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', identityFile]);
  return { host: '127.0.0.1', port, user: 'ada', identityFile };
}

/** A port as VirtualBox's NAT has it while the guest boots. */
async function portOf(greet: (socket: Socket) => void): Promise<number> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    greet(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const overSsh = { code: 'command-failed', cause: { level: expect.any(String) as string } };

test('a port that nobody listens on is no answer', async () => {
  await expect(connect('edge', await target(await freePort()))).rejects.toMatchObject(overSsh);
});

test.each([
  ['closes', (socket: Socket) => socket.destroy()],
  ['resets', (socket: Socket) => socket.resetAndDestroy()],
])('a port that %s the connection is no answer', async (_, greet) => {
  await expect(connect('edge', await target(await portOf(greet)))).rejects.toMatchObject(overSsh);
});

test('a wait for a guest that says nothing ends with the signal', async () => {
  const stop = new AbortController();
  const port = await portOf(() => stop.abort());
  await expect(connect('edge', await target(port), stop.signal)).rejects.toThrow('by SSH');
});

test('nothing is begun that nobody wants any more', async () => {
  const port = await portOf(() => expect.unreachable());
  await expect(connect('edge', await target(port), AbortSignal.abort())).rejects.toThrow('by SSH');
});

test('a key that is not there is told', async () => {
  const missing = { ...(await target(1)), identityFile: '/nowhere/key' };
  await expect(connect('edge', missing)).rejects.toThrow(/ENOENT.*\/nowhere\/key/);
});
