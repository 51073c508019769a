import { readFileSync } from 'node:fs';
import type { Problem } from '../../errors.js';

/** Settings that refuse namespaces to ordinary users, each with the value that does and the remedy. */
const settings = [
  {
    key: 'kernel.apparmor_restrict_unprivileged_userns',
    refuses: '1',
    next: 'Ubuntu 23.10 and later: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 (or run subflow as root).',
  },
  {
    key: 'kernel.unprivileged_userns_clone',
    refuses: '0',
    next: 'Debian 10 and older kernels: sudo sysctl kernel.unprivileged_userns_clone=1 (or run subflow as root).',
  },
  {
    key: 'user.max_user_namespaces',
    refuses: '0',
    next: 'sudo sysctl user.max_user_namespaces=10000 (or run subflow as root).',
  },
] as const;

/** Why the kernel refuses namespaces, as far as its settings tell; `valueOf` reads one of them. */
export function namespaceProblem(said: string, valueOf = sysctlOf): Problem {
  const cause = settings.find(({ key, refuses }) => valueOf(key) === refuses);
  const message = `the kernel refuses namespaces: ${said}`;
  if (cause)
    return {
      where: cause.key,
      message: `${message} (${cause.key} is ${cause.refuses})`,
      next: cause.next,
    };
  return {
    where: 'namespaces',
    message,
    next: 'In a container allow them: docker run --privileged, or a seccomp profile that lets unshare and mount pass.',
  };
}

function sysctlOf(key: string): string | null {
  try {
    return readFileSync(`/proc/sys/${key.replaceAll('.', '/')}`, 'utf8').trim();
  } catch {
    return null;
  }
}
