import { spawn } from '../exec.js';
import type { Argv, NodeHandle, NodeProcess, SpawnOptions } from '../driver.js';
import { connect, type Connection } from './connection.js';
import { execRemote } from './remote-exec.js';
import { spawnRemote } from './remote-process.js';
import { terminalCommand } from './remote-command.js';
import type { SshTarget } from './ssh-config.js';

/** A node, and the end of its connection. */
export interface VmHandle extends NodeHandle {
  disconnect(): Promise<void>;
}

/** A machine of a running lab, by one SSH connection that the first program makes. */
export function nodeHandle(name: string, target: SshTarget): VmHandle {
  let connection: Promise<Connection> | null = null;
  const connected = () => (connection ??= connect(name, target));
  return {
    name,
    exec: (argv, options = {}) => execRemote(connected, argv, options),
    spawn: (argv, options = {}) =>
      options.stdin === 'inherit'
        ? spawnOnTerminal(target, argv, options)
        : spawnRemote(connected(), { argv, cwd: options.cwd }, options),
    disconnect: async () => (await connection?.catch(() => null))?.close(),
  };
}

/** ssh(1) itself, which knows of terminals all there is to know. */
function spawnOnTerminal(target: SshTarget, argv: Argv, options: SpawnOptions): NodeProcess {
  const { cwd, ...streams } = options;
  const settings = {
    Port: target.port,
    User: target.user,
    IdentityFile: `"${target.identityFile}"`,
    IdentitiesOnly: 'yes',
    UserKnownHostsFile: '/dev/null',
    StrictHostKeyChecking: 'no',
    LogLevel: 'ERROR',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const command = terminalCommand({ argv, cwd });
  return spawn(['ssh', '-F', 'none', '-tt', ...flags, target.host, command], {
    ...streams,
    locale: 'user',
  });
}
