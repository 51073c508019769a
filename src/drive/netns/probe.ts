import { existsSync } from 'node:fs';
import type { Problem } from '../../errors.js';
import type { Context } from '../driver.js';
import { run } from '../exec.js';
import { findProgram } from '../find-program.js';
import { namespaceProblem } from './namespace-problem.js';
import { tools } from './tools.js';

/** Everything that keeps this host from running a lab, by trying rather than by version. */
export async function probeHost({ signal }: Context): Promise<Problem[]> {
  if (process.platform !== 'linux') return [notLinux];
  const missing = missingTools();
  const mptcp = existsSync('/proc/sys/net/mptcp/enabled') ? [] : [noMptcp];
  // Without unshare a refusal would be blamed on the kernel.
  if (missing.some(({ where }) => where === 'unshare')) return [...missing, ...mptcp];
  return [...missing, ...mptcp, ...(await refusedNamespaces(signal))];
}

async function refusedNamespaces(signal: AbortSignal): Promise<Problem[]> {
  const rootless = await refusal(['--user', '--map-root-user'], signal);
  if (rootless === null) return [];
  const asRoot = process.geteuid?.() === 0 ? await refusal([], signal) : rootless;
  return asRoot === null ? [] : [namespaceProblem(asRoot)];
}

/** What the kernel says to a lab's first steps, or null when it lets us. */
async function refusal(user: readonly string[], signal: AbortSignal): Promise<string | null> {
  const firstSteps = 'mount -t tmpfs tmpfs /run && ip link add type veth';
  const { exitCode, stderr } = await run(
    ['unshare', ...user, '--net', '--mount', '--pid', '--fork', 'sh', '-c', firstSteps],
    { check: false, signal },
  );
  return exitCode === 0 ? null : stderr.trim();
}

function missingTools(): Problem[] {
  return tools.flatMap(({ name, debianPackage, debianGroup }): Problem[] => {
    const found = findProgram(name);
    if (found?.isRunnable) return [];
    if (found === null) {
      const next = `On Debian and Ubuntu: apt-get install ${debianPackage}`;
      return [{ where: name, message: `the program ${name} is not installed`, next }];
    }
    const message = `${found.file} is installed, but this user may not run it`;
    const next = debianGroup
      ? `On Debian and Ubuntu: sudo usermod -aG ${debianGroup} "$USER", then log in again.`
      : `See who may: ls -l ${found.file}`;
    return [{ where: name, message, next }];
  });
}

const notLinux: Problem = {
  where: 'platform',
  message: `namespaces are Linux's, and this is ${process.platform}`,
  next: 'Run the lab on Linux, for instance in a virtual machine.',
};

const noMptcp: Problem = {
  where: 'kernel',
  message: 'this kernel has no MPTCP: there is no /proc/sys/net/mptcp',
  next: 'Boot a kernel from 5.10 on built with CONFIG_MPTCP (Debian 12, Ubuntu 22.04 and later have it).',
};
