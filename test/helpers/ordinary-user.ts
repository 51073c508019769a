import { chmod, chown } from 'node:fs/promises';

const nobody = 65534;
const isRoot = process.geteuid?.() === 0;

/** Who the tests' ordinary user is: nobody where root runs them, else whoever does. */
export const ordinaryUser = isRoot ? nobody : (process.geteuid?.() ?? nobody);

/** The command as the ordinary user runs it. */
export function asOrdinaryUser(...argv: [string, ...string[]]): [string, ...string[]] {
  const ids = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
  return isRoot ? ['setpriv', ...ids, ...argv] : argv;
}

/** Makes the directory the ordinary user's. */
export async function giveToOrdinaryUser(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  if (isRoot) await chown(dir, nobody, nobody);
}
