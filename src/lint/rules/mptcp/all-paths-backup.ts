import { multi } from '../../roles.js';
import type { Rule } from '../../rule.js';

export const allPathsBackup: Rule = {
  id: 'mptcp/all-paths-backup',
  severity: 'error',
  summary: 'a client all of whose paths are backups',
  check: ({ plan }) =>
    multi(plan.experiments)
      .filter(({ paths }) => paths.every(({ expects }) => expects === 'backup'))
      .map(({ client, name, paths }) => ({
        at: ['nodes', client, 'mptcp', 'endpoints'],
        message: `${paths.map(({ address }) => address).join(' and ')}, all paths of ${name}, are backups`,
        consequence:
          'A backup is used where nothing else is there, and nothing else is: the kernel uses them all, as if none were a backup.',
        mend: 'Take the flag backup from the path that is to carry the data.',
      })),
};
