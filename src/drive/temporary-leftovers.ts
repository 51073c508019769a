import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FoundLeftover } from './leftover.js';
import { identityOf } from './process-identity.js';

/** Files that `writeArtifacts` began in these labs' directories and did not come to rename. */
export function temporaryLeftovers(dirs: readonly string[]): FoundLeftover[] {
  return dirs.flatMap((dir) =>
    namesIn(dir).flatMap((name): FoundLeftover[] => {
      const [, pid] = /^\.subflow-tmp\.(\d+)\.[0-9a-f-]{36}$/.exec(name) ?? [];
      if (pid === undefined) return [];
      const orphaned = identityOf(Number(pid)) === null;
      const reason = orphaned
        ? 'half written: its writer was ended'
        : `process ${pid} is writing it`;
      const path = join(dir, name);
      const remove = () => rm(path, { force: true });
      const labDir = resolve(dir);
      return [
        { provider: null, kind: 'file', name: path, details: [], labDir, orphaned, reason, remove },
      ];
    }),
  );
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
