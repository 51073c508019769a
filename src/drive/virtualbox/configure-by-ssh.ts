import { readFile } from 'node:fs/promises';
import type { NodeSSH } from 'node-ssh';
import { LabError } from '../../errors.js';
import { waitFor } from '../wait.js';
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
  const privateKey = await readFile(target.identityFile, 'utf8').catch((error: unknown) => {
    throw failed(node, `its key cannot be read: ${String(error)}`);
  });
  const ssh = await loggedIn(node, target, privateKey, signal);
  try {
    const shell = target.user === 'root' ? 'sh -s' : 'sudo -n sh -s';
    const { code, stdout, stderr } = await ssh.execCommand(shell, { stdin: script });
    if (code !== 0)
      throw failed(node, `node.sh ended with ${code ?? 'a signal'}: ${stderr || stdout}`);
  } finally {
    ssh.dispose();
  }
}

async function loggedIn(
  node: string,
  { host, port, user }: SshTarget,
  privateKey: string,
  signal: AbortSignal,
): Promise<NodeSSH> {
  // Ten times as much code as the rest of the driver.
  const ssh = new (await import('node-ssh')).NodeSSH();
  const answers = async () => {
    try {
      await ssh.connect({ host, port, username: user, privateKey, readyTimeout: 20_000 });
      return true;
    } catch (error) {
      const isRefused = (error as { level?: string }).level === 'client-authentication';
      if (isRefused) throw failed(node, `its sshd refuses ${user}: ${String(error)}`);
      return false;
    }
  };
  const patience = { timeoutMs: bootTimeoutMs, intervalMs: 2000, signal };
  await waitFor(`${node} to answer by SSH`, answers, patience);
  return ssh;
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
