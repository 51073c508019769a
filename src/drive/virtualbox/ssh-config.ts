import { whenUnlocked } from './when-unlocked.js';

/** How to log in to a machine. */
export interface SshTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly identityFile: string;
}

/** Longest time in ms that another Vagrant is waited for. */
const patienceMs = 60_000;

/**
 * Asks Vagrant how to log in to the lab's running machines; where another Vagrant is at work on one of
 * them, when that one is done.
 *
 * @throws LabError `command-failed` where one of them does not run
 */
export async function sshTargets(
  nodes: readonly string[],
  dir: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, SshTarget>> {
  const messages = await whenUnlocked(['ssh-config', ...nodes], {
    ...{ dir, signal, timeoutMs: patienceMs },
  });
  const text = messages.flatMap(({ type, data }) => (type === 'text' ? data : [])).join('\n');
  return parseSshConfig(text);
}

/** Sections of `Host NAME`, each with lines of `KEY VALUE`, the value in quotes or not, see ssh_config(5). */
export function parseSshConfig(text: string): ReadonlyMap<string, SshTarget> {
  const sections = text.split(/^Host +/m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const target = targetOf(section);
      return target === null ? [] : [[section.split('\n')[0]?.trim() ?? '', target] as const];
    }),
  );
}

function targetOf(section: string): SshTarget | null {
  const [host, port, user, identityFile] = ['HostName', 'Port', 'User', 'IdentityFile'].map((key) =>
    new RegExp(`^ *${key} +(?:"(.*)"|(.*?)) *$`, 'm').exec(section)?.slice(1).find(Boolean),
  );
  if (host === undefined || user === undefined || identityFile === undefined) return null;
  return { host, port: Number(port ?? 22), user, identityFile };
}
