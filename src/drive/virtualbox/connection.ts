import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect as connectTcp, type Socket } from 'node:net';
import type { NodeSSH } from 'node-ssh';
import type { ClientChannel } from 'ssh2';
import { LabError } from '../../errors.js';
import { waitFor } from '../wait.js';
import { keeperCommand, type Register } from './remote-command.js';
import type { SshTarget } from './ssh-config.js';

/** A way to run commands on a machine. It keeps our process alive only while one of them runs. */
export interface Connection {
  /** Where the machine knows what runs by this connection. */
  readonly registerDir: string;
  /** @throws LabError `command-failed` when the connection is lost */
  open(command: string): Promise<ClientChannel>;
  /** Sends a signal to what the entry names, or forgets it. */
  tell(order: 'INT' | 'TERM' | 'KILL' | 'forget', entry: Register['entry']): void;
  close(): void;
}

/** Longest time in ms for the machine to let us in. */
const readyTimeoutMs = 60_000;

/** Longest time in ms for one of sshd's ten sessions to become free, see MaxSessions in sshd_config(5). */
const sessionTimeoutMs = 30_000;

/**
 * Logs in. The key is made for the machine, by Vagrant or by the user, and the port is our loopback's.
 *
 * @throws LabError `command-failed`, its cause an error of ssh2's where it was SSH that failed
 */
export async function connect(
  node: string,
  target: SshTarget,
  signal?: AbortSignal,
): Promise<Connection> {
  let socket: Socket | undefined;
  try {
    // Ten times as much code as the rest of the driver.
    const ssh = new (await import('node-ssh')).NodeSSH();
    const { host, port, user: username, identityFile } = target;
    const privateKey = await readFile(identityFile, 'utf8');
    signal?.throwIfAborted();
    // Made last: until ssh2 has it, nobody hears of its errors.
    socket = connectTcp({ host, port, ...(signal ? { signal } : {}) });
    const readyTimeout = readyTimeoutMs;
    await ssh.connect({ sock: socket, username, privateKey, readyTimeout });
    return await keptConnection(ssh, socket, node, target);
  } catch (error) {
    socket?.destroy();
    throw unreachable(node, target, error);
  }
}

async function keptConnection(
  ssh: NodeSSH,
  socket: Socket,
  node: string,
  target: SshTarget,
): Promise<Connection> {
  const registerDir = `/run/subflow/${randomUUID()}`;
  const use = usage(socket);
  const keeper = await startKeeper(ssh, registerDir);
  use(-1);
  return {
    registerDir,
    async open(command) {
      use(1);
      try {
        const channel = await openWhenFree(ssh, command);
        channel.once('close', () => use(-1));
        return channel;
      } catch (error) {
        use(-1);
        throw unreachable(node, target, error);
      }
    },
    tell(order, entry) {
      if (keeper.writable) keeper.write(`${order} ${entry}\n`);
    },
    close: () => ssh.dispose(),
  };
}

/** Resolves when the register is there. */
async function startKeeper(ssh: NodeSSH, registerDir: string): Promise<ClientChannel> {
  // Its channels say what becomes of the connection.
  ssh.connection?.on('error', () => undefined);
  const keeper = await openChannel(ssh, keeperCommand(registerDir));
  keeper.on('error', () => undefined);
  let said = '';
  keeper.on('data', (chunk: Buffer) => (said += chunk.toString()));
  keeper.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await Promise.race([once(keeper, 'data'), once(keeper, 'close')]);
  if (said === 'ready\n') return keeper;
  if (said === '') throw Object.assign(new Error('connection lost'), { level: 'client-socket' });
  throw new Error(`sudo does not let ${registerDir} be made: ${said.trim()}`);
}

/** Counts who needs the socket; from the start, one does. */
function usage(socket: Socket): (change: 1 | -1) => void {
  let users = 1;
  return (change) => {
    users += change;
    if (users > 0) socket.ref();
    else socket.unref();
  };
}

async function openWhenFree(ssh: NodeSSH, command: string): Promise<ClientChannel> {
  let channel: ClientChannel | null = null;
  const opened = async () => {
    channel = await openChannel(ssh, command).catch((error: unknown) => {
      if (ssh.isConnected() && String(error).includes('open failed')) return null;
      throw error;
    });
    return channel !== null;
  };
  await waitFor('a free session', opened, { timeoutMs: sessionTimeoutMs, intervalMs: 100 });
  return channel as unknown as ClientChannel;
}

function openChannel({ connection }: NodeSSH, command: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    if (connection === null) reject(new Error('the connection is closed'));
    else connection.exec(command, (error, channel) => (error ? reject(error) : resolve(channel)));
  });
}

function unreachable(node: string, { host, port, user }: SshTarget, cause: unknown): LabError {
  const problem = {
    where: node,
    message: `does not answer by SSH: ${cause instanceof Error ? cause.message : String(cause)}`,
    next: `See whether \`ssh -p ${port} ${user}@${host}\` is answered; if not, boot it again: \`vagrant reload ${node}\`, or on its console.`,
  };
  return new LabError('command-failed', [problem], { cause });
}
