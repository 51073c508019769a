import { access, constants } from 'node:fs/promises';
import { LabError } from '../../errors.js';
import { waitFor } from '../wait.js';
import { connect, type Connection } from './connection.js';
import { execRemote } from './remote-exec.js';
import type { SshTarget } from './ssh-config.js';

/** Longest time in ms for a VM of the user's to boot. */
const bootTimeoutMs = 600_000;

/**
 * Runs a script as root on a machine, once its sshd answers.
 *
 * @throws LabError `up-failed` where the key cannot be read, it does not let us in, or the script fails;
 *   `command-failed` where it does not answer in time
 */
export async function configureBySsh(
  node: string,
  target: SshTarget,
  script: string,
  signal: AbortSignal,
): Promise<void> {
  await access(target.identityFile, constants.R_OK).catch((error: unknown) => {
    throw failed(node, `its key cannot be read: ${String(error)}`);
  });
  const connection = await loggedIn(node, target, signal);
  try {
    const options = { input: script, check: false, signal };
    const said = await execRemote(() => Promise.resolve(connection), ['sh', '-s'], options);
    const { exitCode, stdout, stderr } = said;
    if (exitCode !== 0) throw failed(node, `node.sh ended with ${exitCode}: ${stderr || stdout}`);
  } finally {
    connection.close();
  }
}

async function loggedIn(node: string, target: SshTarget, signal: AbortSignal): Promise<Connection> {
  let connection: Connection | null = null;
  const answers = async () => {
    connection = await connect(node, target, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      if (isBooting(error)) return null;
      throw failed(node, `cannot log in as ${target.user}: ${causeOf(error)}`);
    });
    return connection !== null;
  };
  const patience = { timeoutMs: bootTimeoutMs, intervalMs: 2000, signal };
  await waitFor(`${node} to answer by SSH`, answers, patience);
  return connection as unknown as Connection;
}

/** Until the guest answers, the port is VirtualBox's: connections are cut, or nobody speaks. */
function isBooting(error: unknown): boolean {
  const { level } = Object((error as Error).cause) as { level?: string };
  return level !== undefined && level !== 'client-authentication';
}

function causeOf(error: unknown): string {
  return String((error as Error).cause ?? error);
}

function failed(node: string, message: string): LabError {
  return new LabError('up-failed', [
    {
      where: node,
      message,
      next: `Mend it and run \`subflow up\` again, or take "ssh" out and type nodes/${node}/node.sh on its console.`,
    },
  ]);
}
